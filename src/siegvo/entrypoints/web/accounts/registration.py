"""Opening an account."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from siegvo.domain.accounts.password import PasswordTooCommon, PasswordTooShort, PasswordTooSimple
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.accounts.forms import RegisterForm
from siegvo.entrypoints.web.pages import form_page, page

blueprint = Blueprint("registration", __name__)


@blueprint.route("/inscription", methods=["GET", "POST"])
def register() -> ResponseReturnValue:
    """Known address or not, the answer is the same: the mailbox learns the difference."""
    form = RegisterForm()
    if form.validate_on_submit() and form.passwords_agree():
        try:
            current.portal().accounts.register(
                email=form.email.data,
                password=form.password.data,
                origin=current.origin(),
                submission=form.submission.data,
            )
        except (PasswordTooShort, PasswordTooSimple, PasswordTooCommon) as refusal:
            form.password.refuse(refusal)
        else:
            return redirect(url_for("registration.registered"), code=303)
    return form_page("accounts/register.html", form)


@blueprint.get("/inscription/verifiez-votre-courriel")
def registered() -> ResponseReturnValue:
    return page("accounts/registered.html")
