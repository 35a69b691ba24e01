"""MON COMPTE: another e-mail address."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from siegvo.application.ports.tokens import LinkExpired, LinkUsed, NoSuchLink
from siegvo.application.repositories.accounts import AddressTaken
from siegvo.domain.accounts.address_change import SameAddress
from siegvo.domain.accounts.credentials import WrongPassword
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.accounts.account_forms import AddressForm
from siegvo.entrypoints.web.form_shape import ButtonForm
from siegvo.entrypoints.web.link_cookie import carried, carry, drop
from siegvo.entrypoints.web.pages import form_page, page

blueprint = Blueprint("address", __name__, url_prefix="/mon-compte/adresse-e-mail")

_IMPOSSIBLE = "accounts/address_impossible.html"


@blueprint.route("", methods=["GET", "POST"])
@current.signed_in
def ask() -> ResponseReturnValue:
    """Whether the new address has an account or not, the answer is the same."""
    form = AddressForm()
    if form.validate_on_submit():
        try:
            current.portal().accounts.ask_address_change(
                account=current.account(),
                email=form.email.data,
                password=form.password.data,
                origin=current.origin(),
            )
        except WrongPassword as refusal:
            form.password.refuse(refusal)
        except SameAddress as refusal:
            form.email.refuse(refusal)
        else:
            return redirect(url_for("address.asked"), code=303)
    email = str(current.subscriber().email)
    return form_page("accounts/change_address.html", form, email=email)


@blueprint.get("/verifiez-votre-courriel")
@current.signed_in
def asked() -> ResponseReturnValue:
    return page("accounts/address_asked.html")


@blueprint.get("/confirmation/<token>")
def confirm_by_link(token: str) -> ResponseReturnValue:
    """Take the link out of the address: opening it changes nothing yet."""
    return carry(token, to=url_for("address.confirm"))


@blueprint.route("/confirmation", methods=["GET", "POST"])
def confirm() -> ResponseReturnValue:
    form = ButtonForm()
    if not form.validate_on_submit():
        return form_page("accounts/confirm_address.html", form)
    try:
        current.portal().accounts.confirm_address_change(carried(), origin=current.origin())
    except (LinkExpired, LinkUsed, NoSuchLink, AddressTaken) as refusal:
        return _impossible(refusal, undoes=False)
    return drop(redirect(url_for("address.confirmed"), code=303))


@blueprint.get("/confirmee")
def confirmed() -> ResponseReturnValue:
    return page("accounts/address_confirmed.html")


@blueprint.get("/annulation/<token>")
def cancel_by_link(token: str) -> ResponseReturnValue:
    """Take the link out of the address: opening it changes nothing yet."""
    return carry(token, to=url_for("address.cancel"))


@blueprint.route("/annulation", methods=["GET", "POST"])
def cancel() -> ResponseReturnValue:
    form = ButtonForm()
    if not form.validate_on_submit():
        return form_page("accounts/cancel_address.html", form)
    try:
        current.portal().accounts.cancel_address_change(carried(), origin=current.origin())
    except (LinkExpired, LinkUsed, NoSuchLink, AddressTaken) as refusal:
        return _impossible(refusal, undoes=True)
    return drop(redirect(url_for("address.cancelled"), code=303))


@blueprint.get("/annulee")
def cancelled() -> ResponseReturnValue:
    return page("accounts/address_cancelled.html")


def _impossible(
    refusal: LinkExpired | LinkUsed | NoSuchLink | AddressTaken, *, undoes: bool
) -> ResponseReturnValue:
    match refusal:
        case LinkExpired():
            reason, status = "expired", 422
        case LinkUsed():
            reason, status = "used", 422
        case AddressTaken():
            reason, status = "taken", 409
        case NoSuchLink():
            reason, status = "unknown", 404
    return page(_IMPOSSIBLE, reason=reason, undoes=undoes), status
