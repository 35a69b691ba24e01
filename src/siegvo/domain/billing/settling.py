"""What an answer of the treasury makes of a payment: nothing else ever does."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

import attrs

from siegvo.domain.billing.collection import Means
from siegvo.domain.billing.look_ups import next_look_at
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.billing.treasury_answer import (
    Answer,
    NotKnownYet,
    Transaction,
    TreasuryResult,
    UnknownOperation,
)
from siegvo.domain.policy import PAYMENT_ABANDONED_AFTER, PAYMENT_WAITED_FOR

_MEANS: Final[Mapping[TreasuryResult, Means]] = {
    TreasuryResult.PAID_BY_CARD: Means.CARD,
    TreasuryResult.PAID_BY_DEBIT: Means.DIRECT_DEBIT,
}


def settle(attempt: OnlinePayment, answer: Answer, *, at: datetime) -> OnlinePayment:
    """Return `attempt` after the treasury gave `answer`, at the moment it gave it.

    Paid is final.  Whatever else it was, the treasury may still say that it is paid.  What it
    says of another bill than ours (another reference, year, amount, client or mode) pays
    nothing, and is kept for staff.
    """
    if attempt.state is PaymentState.PAID:
        return attrs.evolve(attempt, next_look_at=None)
    looked = attrs.evolve(attempt, looked_at=at)
    match answer:
        case NotKnownYet():
            return _waiting(looked, at=at)
        case UnknownOperation():
            return attrs.evolve(looked.expired(at=at), next_look_at=None)
        case Transaction():
            return _told(looked, answer, at=at)


def mismatches(attempt: OnlinePayment, told: Transaction) -> frozenset[str]:
    """Name the facts of a transaction that are not those of this attempt."""
    bill = attempt.bill
    facts = (
        ("idop", attempt.idop, told.idop),
        ("reference", bill.reference, told.reference),
        ("fiscal_year", bill.fiscal_year, told.fiscal_year),
        ("amount", bill.amount, told.amount),
        ("client", bill.client, told.client),
        ("mode", bill.mode, told.mode),
    )
    return frozenset(name for name, ours, theirs in facts if ours != theirs)


def _told(attempt: OnlinePayment, told: Transaction, *, at: datetime) -> OnlinePayment:
    if wrong := mismatches(attempt, told):
        return _waiting(attrs.evolve(attempt, mismatches=attempt.mismatches | wrong), at=at)
    if told.result.is_paid:
        return attrs.evolve(
            attempt,
            state=PaymentState.PAID,
            settled_at=at,
            paid_at=told.at,
            means=_MEANS[told.result],
            page_url=None,
            next_look_at=None,
        )
    if told.result is TreasuryResult.ABANDONED:
        if at - attempt.opened_at < PAYMENT_ABANDONED_AFTER:
            return _waiting(attempt, at=at)
        return _ended(attempt, PaymentState.ABANDONED, at=at)
    return _ended(attempt, PaymentState.REFUSED, at=at)


def _ended(attempt: OnlinePayment, state: PaymentState, *, at: datetime) -> OnlinePayment:
    return attrs.evolve(
        attempt,
        state=state,
        settled_at=attempt.settled_at if attempt.state is state else at,
        page_url=None,
        next_look_at=next_look_at(attempt.opened_at, now=at, is_told=True),
    )


def _waiting(attempt: OnlinePayment, *, at: datetime) -> OnlinePayment:
    """Leave it as it is, until its time has run out."""
    is_over = at - attempt.opened_at >= PAYMENT_WAITED_FOR
    is_told = attempt.state in {PaymentState.REFUSED, PaymentState.ABANDONED}
    due = next_look_at(attempt.opened_at, now=at, is_told=is_told)
    return attrs.evolve(attempt.expired(at=at) if is_over else attempt, next_look_at=due)
