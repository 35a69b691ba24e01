"""The links of letters about a change of payment mode."""

from collections.abc import Callable

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from siegvo.application.change_view import ChangeView
from siegvo.application.ports.tokens import LinkExpired, LinkUsed, NoSuchLink
from siegvo.domain.payments.change import ChangeCannotBecome, ChangeNotConfirmedInTime
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.form_shape import ButtonForm
from siegvo.entrypoints.web.link_cookie import carried, carry, drop
from siegvo.entrypoints.web.pages import form_page, page
from siegvo.entrypoints.web.payments.arrangement_page import change_words, hours

blueprint = Blueprint("change_links", __name__, url_prefix="/contrats/changement")

_TOO_LATE = (LinkExpired, LinkUsed, ChangeCannotBecome, ChangeNotConfirmedInTime)


@blueprint.get("/confirmation/<token>")
def confirm_by_link(token: str) -> ResponseReturnValue:
    """Take the link out of the address: opening it changes nothing yet."""
    return carry(token, to=url_for("change_links.confirm"))


@blueprint.route("/confirmation", methods=["GET", "POST"])
def confirm() -> ResponseReturnValue:
    payments = current.portal().payments
    return _answer(
        look=payments.show_confirmation,
        act=lambda token: payments.confirm_change(token, origin=current.origin()),
        template="payments/confirm_change.html",
        done="change_links.confirmed",
    )


@blueprint.get("/confirme")
def confirmed() -> ResponseReturnValue:
    return page("payments/change_confirmed.html", delay=_delay())


@blueprint.get("/annulation/<token>")
def cancel_by_link(token: str) -> ResponseReturnValue:
    """Take the link out of the address: opening it changes nothing yet."""
    return carry(token, to=url_for("change_links.cancel"))


@blueprint.route("/annulation", methods=["GET", "POST"])
def cancel() -> ResponseReturnValue:
    payments = current.portal().payments
    return _answer(
        look=payments.show_cancellation,
        act=lambda token: payments.cancel_by_link(token, origin=current.origin()),
        template="payments/cancel_change.html",
        done="change_links.cancelled",
    )


@blueprint.get("/annule")
def cancelled() -> ResponseReturnValue:
    return page("payments/change_cancelled.html")


def _answer(
    *,
    look: Callable[[str], ChangeView],
    act: Callable[[str], ChangeView],
    template: str,
    done: str,
) -> ResponseReturnValue:
    """Show what the link is about, and do it once its button is pressed."""
    form = ButtonForm()
    try:
        if form.validate_on_submit():
            act(carried())
            return drop(redirect(url_for(done), code=303))
        change = change_words(look(carried()))
    except NoSuchLink:
        return page("payments/change_impossible.html", is_known=False), 404
    except _TOO_LATE:
        return page("payments/change_impossible.html", is_known=True), 422
    return form_page(template, form, change=change, delay=_delay())


def _delay() -> str:
    return hours(current.site().utility.payment_change_delay)
