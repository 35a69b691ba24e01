"""The password once more, before something serious."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from siegvo.application.repositories.accounts import SessionNotFound
from siegvo.domain.accounts.credentials import WrongPassword
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.accounts.forms import ConfirmationForm
from siegvo.entrypoints.web.next_page import safe_next
from siegvo.entrypoints.web.pages import form_page

blueprint = Blueprint("confirmation", __name__)


@blueprint.route("/connexion/confirmation", methods=["GET", "POST"])
@current.signed_in
def confirm() -> ResponseReturnValue:
    """Ask who is signed in for their password, and go where they were going."""
    form = ConfirmationForm()
    if form.validate_on_submit():
        try:
            key = current.portal().accounts.prove(
                current.cookie().value, password=form.password.data, origin=current.origin()
            )
        except WrongPassword as refusal:
            form.password.refuse(refusal)
        except SessionNotFound:
            return redirect(url_for("sign_in.sign_in"), code=303)
        else:
            lasts = current.subscriber().session.lasts(current.site().clock.now())
            current.cookie().become(key.value, lasts=lasts)
            return redirect(safe_next(form.next.data, default="/mon-compte"), code=303)
    email = str(current.subscriber().email)
    return form_page("accounts/confirm.html", form, email=email)
