"""MON COMPTE: no account any more."""

from secrets import token_urlsafe

from flask import Blueprint, g, redirect, url_for
from flask.typing import ResponseReturnValue

from siegvo.domain.accounts.credentials import WrongPassword
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.accounts.account_forms import DeletionForm
from siegvo.entrypoints.web.pages import form_page, page

blueprint = Blueprint("deletion", __name__, url_prefix="/mon-compte/suppression")


@blueprint.route("", methods=["GET", "POST"])
@current.signed_in
def delete() -> ResponseReturnValue:
    """Say what goes on and what does not, then ask for the password."""
    form = DeletionForm()
    if form.validate_on_submit():
        try:
            current.portal().accounts.delete_account(
                account=current.account(), password=form.password.data, origin=current.origin()
            )
        except WrongPassword as refusal:
            form.password.refuse(refusal)
        else:
            current.cookie().become(token_urlsafe(32))
            g.visitor = None
            answer = redirect(url_for("deletion.deleted"), code=303)
            answer.headers["Clear-Site-Data"] = '"cache", "storage"'
            return answer
    lines = current.portal().requests.list_requests(current.account())
    unanswered = [str(line.reference) for line in lines if not line.state.is_final]
    email = str(current.subscriber().email)
    return form_page("accounts/delete_account.html", form, email=email, unanswered=unanswered)


@blueprint.get("/faite")
def deleted() -> ResponseReturnValue:
    return page("accounts/account_deleted.html")
