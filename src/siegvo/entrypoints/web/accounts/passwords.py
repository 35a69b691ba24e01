"""Lost passwords, and passwords that are to be changed."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from siegvo.application.ports.tokens import LinkExpired, LinkUsed, NoSuchLink
from siegvo.domain.accounts.credentials import WrongPassword
from siegvo.domain.accounts.password import PasswordTooCommon, PasswordTooShort, PasswordTooSimple
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.accounts.account_forms import ChangePasswordForm
from siegvo.entrypoints.web.accounts.forms import ForgottenForm, NewPasswordForm
from siegvo.entrypoints.web.link_cookie import carried, carry, drop
from siegvo.entrypoints.web.pages import form_page, page

blueprint = Blueprint("passwords", __name__)

_IMPOSSIBLE = "accounts/reset_impossible.html"
_TOO_WEAK = (PasswordTooShort, PasswordTooSimple, PasswordTooCommon)


@blueprint.route("/mot-de-passe-oublie", methods=["GET", "POST"])
def forgotten() -> ResponseReturnValue:
    """Known address or not, the answer is the same: the mailbox learns the difference."""
    form = ForgottenForm()
    if form.validate_on_submit():
        current.portal().accounts.ask_password_reset(form.email.data, origin=current.origin())
        return redirect(url_for("passwords.asked"), code=303)
    return form_page("accounts/forgotten_password.html", form)


@blueprint.get("/mot-de-passe-oublie/verifiez-votre-courriel")
def asked() -> ResponseReturnValue:
    return page("accounts/reset_asked.html")


@blueprint.route("/reinitialisation/<token>", methods=["GET", "POST"])
def reset_by_link(token: str) -> ResponseReturnValue:
    """Take the link out of the address: opening it changes nothing yet."""
    if request.method == "POST":
        return _choose(token)
    return carry(token, to=url_for("passwords.reset"))


@blueprint.route("/reinitialisation", methods=["GET", "POST"])
def reset() -> ResponseReturnValue:
    return _choose(carried())


@blueprint.get("/reinitialisation/terminee")
def done() -> ResponseReturnValue:
    return page("accounts/reset_done.html")


@blueprint.route("/mon-compte/mot-de-passe", methods=["GET", "POST"])
@current.signed_in
def change() -> ResponseReturnValue:
    form = ChangePasswordForm()
    if form.validate_on_submit() and form.passwords_agree():
        try:
            key = current.portal().accounts.change_password(
                account=current.account(),
                current=form.current_password.data,
                password=form.password.data,
                session_value=current.cookie().value,
                origin=current.origin(),
            )
        except WrongPassword as refusal:
            form.current_password.refuse(refusal)
        except _TOO_WEAK as refusal:
            form.password.refuse(refusal)
        else:
            if key:
                lasts = current.subscriber().session.lasts(current.site().clock.now())
                current.cookie().become(key.value, lasts=lasts)
            return redirect(url_for("my_account.my_account", fait="mot-de-passe"), code=303)
    email = str(current.subscriber().email)
    return form_page("accounts/change_password.html", form, email=email)


def _choose(token: str) -> ResponseReturnValue:
    """Ask for a password twice, and make it the account's; nobody is signed in by it."""
    form = NewPasswordForm()
    accounts = current.portal().accounts
    try:
        accounts.check_reset(token)
        if form.validate_on_submit() and form.passwords_agree():
            accounts.reset_password(
                token=token, password=form.password.data, origin=current.origin()
            )
            return drop(redirect(url_for("passwords.done"), code=303))
    except _TOO_WEAK as refusal:
        form.password.refuse(refusal)
    except LinkExpired:
        return page(_IMPOSSIBLE, reason="expired"), 422
    except LinkUsed:
        return page(_IMPOSSIBLE, reason="used"), 422
    except NoSuchLink:
        return page(_IMPOSSIBLE, reason="unknown"), 404
    return form_page("accounts/reset_password.html", form)
