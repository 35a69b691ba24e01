"""How a contract is paid: the mode, the account, the mandate."""

from collections.abc import Mapping
from typing import Final

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from wtforms import Field

from siegvo.adapters.french.explain import explain
from siegvo.application.payments.asking import ChangeUnderWay
from siegvo.application.payments.change_desk import AccountsNotTaken
from siegvo.domain.accounts.credentials import WrongPassword
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import ContractEnded
from siegvo.domain.errors import DomainError
from siegvo.domain.payments.iban import InvalidIban
from siegvo.domain.payments.monthly_plan import DayNotOffered, NothingToSpread
from siegvo.domain.payments.wish import (
    AccountMissing,
    ConsentMissing,
    DebitDayMissing,
    NothingDebited,
    SameMode,
)
from siegvo.domain.requests.asked import AnswerMissing, AnswerTooLong
from siegvo.domain.requests.reference import RequestReference
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.file_answer import shown_file
from siegvo.entrypoints.web.form_shape import StrictForm, asks_nothing
from siegvo.entrypoints.web.pages import form_page
from siegvo.entrypoints.web.payments.arrangement_page import (
    PlanWords,
    arrangement_words,
    plan_words,
)
from siegvo.entrypoints.web.payments.forms import AccountForm, ModeForm

blueprint = Blueprint("arrangement", __name__, url_prefix="/contrats/<contract:number>")

_BESIDE: Final[Mapping[type[DomainError], str]] = {
    InvalidIban: "iban",
    AccountMissing: "iban",
    AnswerMissing: "account_holder",
    AnswerTooLong: "account_holder",
    DebitDayMissing: "debit_day",
    DayNotOffered: "debit_day",
    NothingToSpread: "payment_mode",
    SameMode: "payment_mode",
    ConsentMissing: "consent",
    WrongPassword: "password",
}
_REFUSALS: Final[tuple[type[DomainError], ...]] = (
    *_BESIDE,
    ChangeUnderWay,
    AccountsNotTaken,
    ContractEnded,
    NothingDebited,
)


@blueprint.route("/mode-de-reglement", methods=["GET", "POST"])
@current.proved
def mode(number: ContractNumber) -> ResponseReturnValue:
    form = ModeForm()
    days = current.site().utility.monthly_plan.days
    form.debit_day.choices = {str(day): f"Le {day} du mois" for day in days}
    payments = current.portal().payments
    if form.validate_on_submit():
        day = form.debit_day.data
        try:
            reference = payments.change_payment_mode(
                holder=current.account(),
                contract=number,
                mode=form.payment_mode.data,
                iban=form.iban.data,
                account_holder=form.account_holder.data,
                debit_day=int(day) if day and day.isdecimal() else None,
                consent=form.consent.data,
                proved_at=current.subscriber().session.proved_at,
                submission=form.submission.data,
                origin=current.origin(),
                device=current.device(),
            )
        except _REFUSALS as refusal:
            _refuse(form, refusal)
        else:
            return _followed(reference)
    shown = arrangement_words(payments.show_arrangement(holder=current.account(), contract=number))
    plan = _plan(number, day=form.debit_day.data, days=days)
    return form_page("payments/mode.html", form, page=shown, plan=plan)


@blueprint.route("/coordonnees-bancaires", methods=["GET", "POST"])
@current.signed_in
def account(number: ContractNumber) -> ResponseReturnValue:
    form, payments = AccountForm(), current.portal().payments
    if form.validate_on_submit():
        try:
            reference = payments.change_bank_details(
                holder=current.account(),
                contract=number,
                iban=form.iban.data,
                account_holder=form.account_holder.data,
                consent=form.consent.data,
                password=form.password.data,
                submission=form.submission.data,
                origin=current.origin(),
                device=current.device(),
            )
        except _REFUSALS as refusal:
            _refuse(form, refusal)
        else:
            return _followed(reference)
    shown = arrangement_words(payments.show_arrangement(holder=current.account(), contract=number))
    return form_page("payments/account.html", form, page=shown)


@blueprint.post("/changement/<reference:reference>/annulation")
@current.signed_in
@asks_nothing
def cancel(number: ContractNumber, reference: RequestReference) -> ResponseReturnValue:
    current.portal().payments.cancel_change(
        holder=current.account(), contract=number, reference=reference, origin=current.origin()
    )
    return redirect(url_for("dashboard.dashboard", contrat=str(number)), code=303)


@blueprint.get("/mandat.pdf")
@current.signed_in
def mandate(number: ContractNumber) -> ResponseReturnValue:
    """Show the mandate that was given, or one to read before."""
    paper = current.portal().payments.open_mandate(holder=current.account(), contract=number)
    return shown_file(paper, name=f"mandat-{number}.pdf")


def _followed(reference: RequestReference) -> ResponseReturnValue:
    return redirect(f"/demarches/{reference}", code=303)


def _refuse(form: StrictForm, refusal: DomainError) -> None:
    """Say beside the field it is about what was found wrong, or else above the form."""
    names = [name for kind, name in _BESIDE.items() if isinstance(refusal, kind)]
    field: Field | None = form._fields.get(names[0]) if names else None
    if field is None:
        form.form_errors.append(explain(refusal))
    else:
        field.errors = (*field.errors, explain(refusal))


def _plan(number: ContractNumber, *, day: str | None, days: tuple[int, ...]) -> PlanWords | None:
    """Work out what a year by the month would be, to be read before anybody agrees."""
    chosen = int(day) if day and day.isdecimal() and int(day) in days else days[0]
    try:
        plan = current.portal().payments.plan_months(
            holder=current.account(), contract=number, debit_day=chosen
        )
    except (NothingToSpread, ContractEnded):
        return None
    return plan_words(plan)
