"""What pages say of how a contract is paid, ready to print."""

from datetime import datetime

import attrs

from siegvo.adapters.french.payment_words import CHANGE_STEPS, PAYMENT_MODES
from siegvo.adapters.french.values import PARIS, say
from siegvo.application.change_view import ChangeView
from siegvo.application.payments.show_arrangement import Arrangement
from siegvo.domain.payments.monthly_plan import MonthlyPlan


@attrs.frozen(kw_only=True)
class ChangeWords:
    """A change on its way; `waits_until` and `follows_from` are days, or empty."""

    reference: str
    contract: str
    what: str
    iban: str
    holder: str
    step: str
    waits_until: str
    follows_from: str
    is_with_staff: bool
    may_be_cancelled: bool


@attrs.frozen(kw_only=True)
class ArrangementWords:
    """How a contract is paid today; empty is what there is not."""

    contract: str
    address: str
    mode: str
    iban: str
    mandate: str
    next_debit: str
    pending: ChangeWords | None


@attrs.frozen(kw_only=True)
class PlanWords:
    """Rows `05/01/2027`, `48,00 €`; `settled`, the days of the real invoices."""

    day: str
    rows: tuple[tuple[str, str], ...]
    total: str
    settled: str


def change_words(change: ChangeView) -> ChangeWords:
    """Write out a change."""
    what = (
        "Un autre compte bancaire"
        if change.is_of_account_only
        else f"Règlement {PAYMENT_MODES[change.after]}, au lieu d’un règlement"
        f" {PAYMENT_MODES[change.before]}"
    )
    day = change.debit_day
    return ChangeWords(
        reference=str(change.reference),
        contract=str(change.contract),
        what=f"{what}, le {day} du mois" if day else what,
        iban=change.masked_iban or "",
        holder=change.holder or "",
        step=CHANGE_STEPS[change.step],
        waits_until=_moment(change.due_at) if change.due_at else "",
        follows_from=say(change.debits_follow_from) if change.debits_follow_from else "",
        is_with_staff=change.is_with_staff,
        may_be_cancelled=change.may_be_cancelled,
    )


def arrangement_words(found: Arrangement) -> ArrangementWords:
    """Write out how a contract is paid."""
    debit = found.next_debit
    return ArrangementWords(
        contract=str(found.tenure.contract),
        address=say(found.tenure.supply),
        mode=f"règlement {PAYMENT_MODES[found.mode]}",
        iban=found.masked_iban or "",
        mandate=str(found.mandate.reference) if found.mandate else "",
        next_debit=f"{say(debit.amount)} le {say(debit.on)}" if debit else "",
        pending=change_words(found.pending) if found.pending else None,
    )


def plan_words(plan: MonthlyPlan) -> PlanWords:
    """Write out the instalments of a year."""
    return PlanWords(
        day=str(plan.instalments[0].on.day),
        rows=tuple((say(each.on), say(each.amount)) for each in plan.instalments),
        total=say(plan.total),
        settled=", ".join(map(say, plan.settled_on)),
    )


def _moment(at: datetime) -> str:
    return say(at.astimezone(PARIS))
