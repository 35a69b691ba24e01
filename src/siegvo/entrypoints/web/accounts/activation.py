"""The link of the activation mail."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from siegvo.application.ports.tokens import LinkExpired, NoSuchLink
from siegvo.application.repositories.accounts import AddressTaken, RegistrationNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.credentials import WrongPasswordForRegistration
from siegvo.domain.accounts.registration import RegistrationLapsed
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.accounts.forms import ActivationForm, ResendForm
from siegvo.entrypoints.web.device_cookie import device_key, keep_device
from siegvo.entrypoints.web.link_cookie import carried, carry, drop
from siegvo.entrypoints.web.pages import form_page, page

blueprint = Blueprint("activation", __name__, url_prefix="/activation")

_IMPOSSIBLE = "accounts/activation_impossible.html"


@blueprint.route("/<token>", methods=["GET", "POST"])
def activate_by_link(token: str) -> ResponseReturnValue:
    """Take the link out of the address: opening it changes nothing yet."""
    if request.method == "POST":
        return _activate(token)
    return carry(token, to=url_for("activation.activate"))


@blueprint.route("", methods=["GET", "POST"])
def activate() -> ResponseReturnValue:
    return _activate(carried())


def _activate(token: str) -> ResponseReturnValue:
    """Show a button: only pressing it activates, for mail scanners open links too."""
    form, accounts = ActivationForm(), current.portal().accounts
    try:
        accounts.check_activation(token)
        if form.validate_on_submit():
            account = accounts.activate(
                token=token, password=form.password.data, origin=current.origin()
            )
            return _welcome(account)
    except WrongPasswordForRegistration as refusal:
        form.password.refuse(refusal)
    except (LinkExpired, RegistrationLapsed):
        return page(_IMPOSSIBLE, reason="expired"), 422
    except (RegistrationNotFound, AddressTaken):
        return page(_IMPOSSIBLE, reason="used"), 422
    except NoSuchLink:
        return page(_IMPOSSIBLE, reason="unknown"), 404
    return form_page("accounts/activate.html", form)


def _welcome(account: AccountId) -> Response:
    """Sign in whoever has just proved both the mailbox and the password."""
    key = current.portal().accounts.open_session(
        account,
        device=current.device(),
        device_key=device_key(),
        origin=current.origin(),
    )
    current.enter(key)
    return keep_device(drop(redirect(url_for("welcome.welcome"), code=303)))


@blueprint.route("/renvoyer", methods=["GET", "POST"])
def resend() -> ResponseReturnValue:
    """Known address or not, the answer is the same."""
    form = ResendForm()
    if form.validate_on_submit():
        current.portal().accounts.resend_activation(email=form.email.data, origin=current.origin())
        return redirect(url_for("activation.resent"), code=303)
    return form_page("accounts/resend.html", form)


@blueprint.get("/renvoyee")
def resent() -> ResponseReturnValue:
    return page("accounts/resent.html")
