"""What a form about the payment of a contract says so far, and what is wrong with it."""

from collections.abc import Mapping
from typing import Final, Self

import attrs
from wtforms import Field

from siegvo.adapters.french.explain import explain
from siegvo.application.payments.change_desk import AccountsNotTaken
from siegvo.application.payments.proof import ProofMissing
from siegvo.application.payments.show_arrangement import Arrangement
from siegvo.application.payments.typed_account import TypedAccount
from siegvo.domain.accounts.credentials import WrongPassword
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.contracts.tenure import ContractEnded
from siegvo.domain.errors import DomainError
from siegvo.domain.payments.iban import InvalidIban
from siegvo.domain.payments.mandate import MandateState
from siegvo.domain.payments.monthly_plan import DayNotOffered, MonthlyPlan, NothingToSpread
from siegvo.domain.payments.wish import (
    AccountMissing,
    ConsentMissing,
    DebitDayMissing,
    SameMode,
)
from siegvo.domain.requests.asked import (
    AnswerGarbled,
    AnswerMissing,
    AnswerTooLong,
    Asked,
    answer_to,
)
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.payments.forms import ChangeForm

_BESIDE: Final[Mapping[type[DomainError], str]] = {
    InvalidIban: "iban",
    AccountMissing: "iban",
    AnswerGarbled: "account_holder",
    AnswerMissing: "account_holder",
    AnswerTooLong: "account_holder",
    DebitDayMissing: "debit_day",
    DayNotOffered: "debit_day",
    NothingToSpread: "payment_mode",
    SameMode: "payment_mode",
    ConsentMissing: "consent",
    ProofMissing: "password",
    WrongPassword: "password",
}


@attrs.frozen(kw_only=True)
class Wanted:
    """What is wanted, as far as it could be read: the mode afterwards, the account, the plan.

    `has_lapsed` where the mandate there is serves no more.
    """

    before: PaymentMode
    after: PaymentMode | None
    account: TypedAccount | None = None
    plan: MonthlyPlan | None = None
    has_lapsed: bool = False

    @classmethod
    def beginning(cls, now: Arrangement, *, after: PaymentMode | None) -> Self:
        """Return what is known before anything is answered but the mode."""
        mandate = now.mandate
        has_lapsed = mandate is not None and mandate.state is MandateState.LAPSED
        return cls(before=now.mode, after=after, has_lapsed=has_lapsed)

    @property
    def begins_monthly(self) -> bool:
        return self.after is PaymentMode.MONTHLY and self.before is not PaymentMode.MONTHLY

    @property
    def needs_account(self) -> bool:
        """Say whether one has to be given: none can be debited yet, or another one is wanted."""
        begins = self.before is PaymentMode.ON_INVOICE or self.has_lapsed
        return self.is_debited and (begins or self.before is self.after)

    @property
    def is_debited(self) -> bool:
        return self.after not in {None, PaymentMode.ON_INVOICE}


def examine(form: ChangeForm, now: Arrangement) -> Wanted:
    """Read what was answered, and note beside each question what is wrong with its answer."""
    found = Wanted.beginning(now, after=form.mode_after(now.mode))
    if found.after is None:
        return found
    if found.is_debited:
        found = attrs.evolve(found, account=_account(form, now))
    _check(form, now, found)
    if found.begins_monthly:
        found = attrs.evolve(found, plan=_plan(form, now))
    return found


def refuse(form: ChangeForm, refusal: DomainError) -> None:
    """Say beside the question it is about what was found wrong, or else above the form."""
    names = [name for kind, name in _BESIDE.items() if isinstance(refusal, kind)]
    field: Field | None = form._fields.get(names[0]) if names else None
    if field is None:
        form.form_errors.append(explain(refusal))
    elif not field.errors:
        field.errors = (explain(refusal),)


def _account(form: ChangeForm, now: Arrangement) -> TypedAccount | None:
    """Read the account just typed, or the one that was typed some pages before."""
    payments, contract = current.portal().payments, now.tenure.contract
    typed, slip = form.iban.data, form.sealed_iban.data
    try:
        if typed:
            return payments.carry_account(typed, holder=current.account(), contract=contract)
        if slip:
            return payments.take_up_account(slip, holder=current.account(), contract=contract)
    except (InvalidIban, AccountMissing, AccountsNotTaken) as refusal:
        refuse(form, refusal)
    return None


def _check(form: ChangeForm, now: Arrangement, found: Wanted) -> None:
    has_account = bool(form.iban.data or form.sealed_iban.data)
    try:
        form.wish(now.tenure.contract, found.before, has_account=has_account).check()
    except (AccountMissing, DebitDayMissing, SameMode) as refusal:
        refuse(form, refusal)
    if found.begins_monthly and form.day is None:
        refuse(form, DebitDayMissing())
    if found.has_lapsed and found.is_debited and not has_account:
        refuse(form, AccountMissing())
    if found.is_debited and (has_account or found.needs_account):
        try:
            answer_to(Asked.NAME, form.account_holder.data or "")
        except (AnswerGarbled, AnswerMissing, AnswerTooLong) as refusal:
            refuse(form, refusal)


def _plan(form: ChangeForm, now: Arrangement) -> MonthlyPlan | None:
    """Work out the year that would begin, on the first day offered as long as none is chosen."""
    try:
        return current.portal().payments.plan_months(
            holder=current.account(),
            contract=now.tenure.contract,
            debit_day=form.day or current.site().utility.monthly_plan.days[0],
        )
    except (NothingToSpread, DayNotOffered, ContractEnded) as refusal:
        refuse(form, refusal)
    return None
