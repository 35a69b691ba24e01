"""What pages say of how a contract is paid, ready to print."""

from datetime import date, datetime, timedelta
from typing import Final

import attrs

from siegvo.adapters.french.payment_words import CHANGE_STEPS, PAYMENT_MODES
from siegvo.adapters.french.values import PARIS, say
from siegvo.application.change_view import ChangeView
from siegvo.application.payments.show_arrangement import Arrangement, NextDebit
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.contracts.tenure import TenureState
from siegvo.domain.payments.change import ChangeStep
from siegvo.domain.payments.mandate import MandateState
from siegvo.domain.payments.monthly_plan import MonthlyPlan
from siegvo.entrypoints.web.payments.change_steps import StepRow, step_rows

_DOTS: Final = str.maketrans({"X": "•", "*": "•"})


@attrs.frozen(kw_only=True)
class ChangeWords:
    """A change on its way; `confirm_by` is a moment, `waits_until` and `follows_from` days.

    Empty is what there is not.  `still_debited` is the day of a debit that the bank had before
    the mandate was taken back.
    """

    reference: str
    contract: str
    what: str
    iban: str
    bic: str
    bank: str
    holder: str
    step: str
    steps: tuple[StepRow, ...]
    confirm_by: str
    waits_until: str
    follows_from: str
    still_debited: str
    is_to_confirm: bool
    is_revocation: bool
    is_with_staff: bool
    is_handed_over: bool
    may_be_cancelled: bool


@attrs.frozen(kw_only=True)
class MandateWords:
    """A mandate that serves, or that lapsed; days."""

    reference: str
    signed_on: str
    lapses_on: str
    has_lapsed: bool


@attrs.frozen(kw_only=True)
class PlanWords:
    """Rows `05/01/2027`, `48,00 €`; `settled`, the days of the real invoices."""

    day: str
    rows: tuple[tuple[str, str], ...]
    total: str
    settled: str


@attrs.frozen(kw_only=True)
class ArrangementWords:
    """How a contract is paid today; empty is what there is not.

    `next_debit` says, where nothing is known of one, who knows it.
    """

    contract: str
    address: str
    mode: str
    is_debited: bool
    iban: str
    bic: str
    bank: str
    mandate: MandateWords | None
    next_debit: str
    is_debit_known: bool
    plan: PlanWords | None
    pending: ChangeWords | None
    pending_plan: PlanWords | None
    may_change: bool
    may_revoke: bool


def change_words(change: ChangeView) -> ChangeWords:
    """Write out a change."""
    return ChangeWords(
        reference=str(change.reference),
        contract=str(change.contract),
        what=_what(change),
        iban=masked(change.masked_iban),
        bic=change.bic or "",
        bank=change.bank_name or "",
        holder=change.holder or "",
        step=CHANGE_STEPS[change.step],
        steps=step_rows(change),
        confirm_by=say(change.confirm_by),
        waits_until=say(change.due_at) if change.due_at and not change.is_revocation else "",
        follows_from=_day(change.debits_follow_from),
        still_debited=_day(change.still_debited_on),
        is_to_confirm=change.due_at is None,
        is_revocation=change.is_revocation,
        is_with_staff=change.is_with_staff,
        is_handed_over=change.step is ChangeStep.EXPORTED,
        may_be_cancelled=change.may_be_cancelled,
    )


def arrangement_words(found: Arrangement, *, today: date) -> ArrangementWords:
    """Write out how a contract is paid."""
    mandate = found.mandate
    return ArrangementWords(
        contract=str(found.tenure.contract),
        address=say(found.tenure.supply),
        mode=f"règlement {PAYMENT_MODES[found.mode]}",
        is_debited=found.mode.is_debited,
        iban=masked(found.masked_iban),
        bic=(mandate.bic or "") if mandate else "",
        bank=(mandate.bank_name or "") if mandate else "",
        mandate=MandateWords(
            reference=str(mandate.reference),
            signed_on=_day_of(mandate.signed_at),
            lapses_on=say(mandate.lapses_on),
            has_lapsed=mandate.state is MandateState.LAPSED,
        )
        if mandate
        else None,
        next_debit=next_debit_words(found.mode, found.next_debit, has_plan=found.plan is not None),
        is_debit_known=found.next_debit is not None,
        plan=plan_words(found.plan) if found.plan else None,
        pending=change_words(found.pending) if found.pending else None,
        pending_plan=plan_words(found.pending_plan) if found.pending_plan else None,
        may_change=is_open(found, today=today),
        may_revoke=found.may_revoke,
    )


def is_open(found: Arrangement, *, today: date) -> bool:
    """Say whether a change may be asked: it runs, and nothing handed over is on its way."""
    runs = found.tenure.state_on(today) is not TenureState.ENDED
    return runs and (found.pending is None or found.pending.may_be_cancelled)


def next_debit_words(mode: PaymentMode, debit: NextDebit | None, *, has_plan: bool) -> str:
    """Write when the next one is; of a plan agreed to elsewhere, the portal knows no instalment."""
    known = f"{say(debit.amount)} le {say(debit.on)}" if debit else ""
    if mode is not PaymentMode.MONTHLY or has_plan:
        return known
    if known:
        return f"{known}, en plus des mensualités de l’échéancier reçu du service de facturation"
    return "Voyez l’échéancier reçu du service de facturation\u00a0: le portail ne l’a pas"


def plan_words(plan: MonthlyPlan) -> PlanWords:
    """Write out the instalments of a year."""
    return PlanWords(
        day=str(plan.instalments[0].on.day),
        rows=tuple((say(each.on), say(each.amount)) for each in plan.instalments),
        total=say(plan.total),
        settled=", ".join(map(say, plan.settled_on)),
    )


def masked(iban: str | None) -> str:
    """Write a masked account with dots, however the billing system hides what it hides."""
    return (iban or "").translate(_DOTS)


def hours(delay: timedelta) -> str:
    """Write how long a change waits: `72 h`."""
    return f"{delay // timedelta(hours=1)}\u00a0h"


def _what(change: ChangeView) -> str:
    if change.is_revocation:
        return "Mandat de prélèvement révoqué, règlement à réception de la facture"
    if change.is_of_account_only:
        return "Un autre compte bancaire"
    day = f", le {change.debit_day} du mois" if change.debit_day else ""
    return (
        f"Règlement {PAYMENT_MODES[change.after]}{day}, au lieu d’un règlement"
        f" {PAYMENT_MODES[change.before]}"
    )


def _day(day: date | None) -> str:
    return say(day) if day else ""


def _day_of(at: datetime) -> str:
    return say(at.astimezone(PARIS).date())
