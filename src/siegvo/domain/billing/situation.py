"""What is known of the payment of an invoice, and as of when."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from itertools import accumulate

import attrs

from siegvo.domain.billing.balance import Balance
from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.kernel.money import Money
from siegvo.domain.policy import BALANCE_MAY_MISS


class Standing(StrEnum):
    """One word for it."""

    CANCELLED = "cancelled"
    CREDIT_NOTE = "credit_note"
    NOTHING_DUE = "nothing_due"
    PAID = "paid"
    PAID_ONLINE = "paid_online"
    """The treasury's service says so; the books do not show it yet."""
    PAYING_ONLINE = "paying_online"
    """A payment was begun, and nobody knows yet what became of it."""
    TO_BE_DEBITED = "to_be_debited"
    PARTLY_PAID = "partly_paid"
    DUE = "due"
    OVERDUE = "overdue"


@attrs.frozen(kw_only=True)
class PaidOnline:
    """A payment the treasury's service took, on a day in Paris."""

    paid_on: date
    amount: Money

    def is_shown_by(self, collections: Iterable[Collection]) -> bool:
        """Say whether what came in since then accounts for it."""
        received = sum(
            each.amount.cents
            for each in collections
            if each.received_on >= self.paid_on and each.amount > Money.zero()
        )
        return received >= self.amount.cents


@attrs.frozen(kw_only=True)
class Situation:
    """How an invoice stands.

    `outstanding` is what was left on its day, later collections taken off.  `paid_on` is
    the day the collections covered the invoice, if they do: `is_covered`.
    """

    standing: Standing
    outstanding: Balance
    paid_on: date | None = None
    is_covered: bool = False


def situation_of(
    invoice: Invoice,
    collections: Iterable[Collection] = (),
    *,
    today: date,
    paid_online: Iterable[PaidOnline] = (),
    is_paying_online: bool = False,
) -> Situation:
    """Work out how `invoice` stands today from what the books and the treasury say.

    The billing system's balance holds what came in by its day, save perhaps what came in
    just before; what came in later is taken off.
    """
    received = sorted(collections, key=lambda each: each.received_on)
    outstanding = _outstanding(invoice, received)
    paid_on = _covered_on(invoice.total, received)
    waiting = [each for each in paid_online if not each.is_shown_by(received)]
    return Situation(
        standing=_standing(
            invoice,
            outstanding,
            today=today,
            was_paid_online=bool(waiting),
            is_paying_online=is_paying_online,
        ),
        outstanding=outstanding,
        paid_on=paid_on if not outstanding.amount else None,
        is_covered=paid_on is not None,
    )


def _outstanding(invoice: Invoice, received: Sequence[Collection]) -> Balance:
    """Return what is left: no more than the total less all that came in, if some came lately."""
    balance = invoice.balance
    if not received and balance.amount.cents >= 0:
        return balance
    later = [each for each in received if each.received_on > balance.as_of]
    left = balance.amount - _sum(later)
    if received and received[-1].received_on > balance.as_of - BALANCE_MAY_MISS:
        left = min(left, invoice.total - _sum(received))
    as_of = later[-1].received_on if later else balance.as_of
    return Balance(amount=max(left, Money.zero()), as_of=as_of)


def _sum(received: Iterable[Collection]) -> Money:
    return Money(sum(each.amount.cents for each in received))


def _covered_on(total: Money, received: Sequence[Collection]) -> date | None:
    """Return the day since when what came in covers `total`, until now."""
    if not received or total.cents <= 0:
        return None
    sums = list(accumulate(each.amount.cents for each in received))
    short = [rank for rank, reached in enumerate(sums) if reached < total.cents]
    covering = short[-1] + 1 if short else 0
    return received[covering].received_on if covering < len(sums) else None


def _standing(
    invoice: Invoice,
    outstanding: Balance,
    *,
    today: date,
    was_paid_online: bool,
    is_paying_online: bool,
) -> Standing:
    """Return the first that holds; most invoices of a list were paid."""
    if invoice.is_cancelled:
        return Standing.CANCELLED
    if invoice.is_credit:
        return Standing.CREDIT_NOTE
    if not invoice.total.cents:
        return Standing.NOTHING_DUE
    left = outstanding.amount
    if not left.cents:
        return Standing.PAID
    standings = (
        (was_paid_online, Standing.PAID_ONLINE),
        (is_paying_online, Standing.PAYING_ONLINE),
        (_awaits_debit(invoice, outstanding, today), Standing.TO_BE_DEBITED),
        (left < invoice.total, Standing.PARTLY_PAID),
        (invoice.due_on < today, Standing.OVERDUE),
        (True, Standing.DUE),
    )
    return next(standing for holds, standing in standings if holds)


def _awaits_debit(invoice: Invoice, outstanding: Balance, today: date) -> bool:
    """Say whether a debit is to come, or came since the books were last shown."""
    day = invoice.debit_on
    return day is not None and (today <= day or outstanding.as_of <= day)
