"""Asking to pay in another way, on another account, or not by debit any more."""

from typing import Final

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from siegvo.application.payments.show_arrangement import Arrangement
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.contracts.tenure import TenureState
from siegvo.domain.requests.reference import RequestReference
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.pages import page
from siegvo.entrypoints.web.payments.arrangement import shown
from siegvo.entrypoints.web.payments.arrangement_page import arrangement_words, is_open
from siegvo.entrypoints.web.payments.examining import Wanted
from siegvo.entrypoints.web.payments.forms import AccountForm, ModeForm
from siegvo.entrypoints.web.payments.walking import Walk

blueprint = Blueprint("payment_changes", __name__, url_prefix="/contrats/<contract:number>")

_BOTH = ["GET", "POST"]
_FOUND_WANTING: Final = 422


@blueprint.route("/mode-de-reglement", methods=_BOTH)
@current.signed_in
def mode(number: ContractNumber) -> ResponseReturnValue:
    """Ask for the password before the first page, or on the last when time has gone by."""
    form = ModeForm()
    return _mode(number, form) if form.goes_on else _proved_mode(number, form)


@blueprint.route("/coordonnees-bancaires", methods=_BOTH)
@current.signed_in
def account(number: ContractNumber) -> ResponseReturnValue:
    form, now = AccountForm(), shown(number)

    def send(wanted: Wanted) -> RequestReference:
        return current.portal().payments.change_bank_details(
            holder=current.account(),
            contract=number,
            iban=wanted.account.iban.text if wanted.account else "",
            account_holder=form.account_holder.data,
            consent=form.consent.data,
            password=form.password.data,
            submission=form.submission.data,
            origin=current.origin(),
            device=current.device(),
        )

    if now.mode is PaymentMode.ON_INVOICE:
        form.validate()
        return _nothing_to_change(now), _FOUND_WANTING if form.is_submitted() else 200
    if request.method == "GET" and not is_open(now, today=current.today()):
        return _nothing_to_change(now)
    return Walk(form=form, now=now, asks_mode=False, asks_password=True, send=send).answer()


def _mode(number: ContractNumber, form: ModeForm) -> ResponseReturnValue:
    now, session = shown(number), current.subscriber().session
    days = current.site().utility.monthly_plan.days
    form.debit_day.choices = {str(day): f"Le {day} du mois" for day in days}

    def send(wanted: Wanted) -> RequestReference:
        return current.portal().payments.change_payment_mode(
            holder=current.account(),
            contract=number,
            mode=form.payment_mode.data,
            iban=wanted.account.iban.text if wanted.account else None,
            account_holder=form.account_holder.data,
            debit_day=form.day,
            consent=form.consent.data,
            password=form.password.data,
            proved_at=session.proved_at,
            submission=form.submission.data,
            origin=current.origin(),
            device=current.device(),
        )

    if request.method == "GET" and not is_open(now, today=current.today()):
        return _nothing_to_change(now)
    asks_password = not session.is_proved(current.site().clock.now())
    return Walk(form=form, now=now, asks_mode=True, asks_password=asks_password, send=send).answer()


_proved_mode = current.proved(_mode)


def _nothing_to_change(now: Arrangement) -> str:
    today = current.today()
    return page(
        "payments/nothing_to_change.html",
        page=arrangement_words(now, today=today),
        is_ended=now.tenure.state_on(today) is TenureState.ENDED,
    )
