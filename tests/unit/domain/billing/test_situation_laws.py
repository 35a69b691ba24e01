"""What is true of every invoice, whatever came in and when."""

from datetime import date, timedelta

import attrs
from hypothesis import given
from hypothesis import strategies as some

from siegvo.domain.billing.balance import Balance
from siegvo.domain.billing.collection import Collection, Means
from siegvo.domain.billing.invoice import Invoice, InvoiceKind
from siegvo.domain.billing.situation import PaidOnline, Standing, situation_of
from siegvo.domain.kernel.money import Money
from tests.support.builders.billing import INVOICE, an_invoice

days = some.integers(0, 60).map(lambda number: date(2026, 10, 1) + timedelta(days=number))
amounts = some.integers(-30_000, 30_000).map(Money)
collections = some.lists(
    some.builds(
        Collection,
        invoice=some.just(INVOICE),
        received_on=days,
        amount=amounts.filter(bool),
        means=some.sampled_from(Means),
    ),
    max_size=6,
    unique=True,
)
invoices = some.builds(
    attrs.evolve,
    some.just(an_invoice()),
    kind=some.sampled_from(InvoiceKind),
    due_on=days,
    total=amounts,
    balance=some.builds(Balance, amount=amounts, as_of=days),
    debit_on=some.none() | days,
    is_cancelled=some.booleans(),
)
payments = some.lists(some.builds(PaidOnline, paid_on=days, amount=amounts), max_size=2)


@given(invoices, collections, days)
def test_nobody_owes_less_than_nothing(
    invoice: Invoice, received: list[Collection], today: date
) -> None:
    assert situation_of(invoice, received, today=today).outstanding.amount >= Money.zero()


@given(invoices, collections, days)
def test_what_is_known_never_grows_older(
    invoice: Invoice, received: list[Collection], today: date
) -> None:
    outstanding = situation_of(invoice, received, today=today).outstanding

    assert outstanding.as_of >= invoice.balance.as_of
    assert outstanding.as_of in {invoice.balance.as_of, *(each.received_on for each in received)}


@given(invoices, collections, payments, days, some.data())
def test_the_order_of_what_came_in_makes_no_difference(
    invoice: Invoice,
    received: list[Collection],
    paid: list[PaidOnline],
    today: date,
    data: some.DataObject,
) -> None:
    shuffled = data.draw(some.permutations(received))

    told = situation_of(invoice, received, today=today, paid_online=paid)
    told_otherwise = situation_of(invoice, shuffled, today=today, paid_online=paid)

    assert told == told_otherwise


@given(invoices, collections, days)
def test_what_is_paid_leaves_nothing(
    invoice: Invoice, received: list[Collection], today: date
) -> None:
    situation = situation_of(invoice, received, today=today)

    if situation.standing is Standing.PAID:
        assert not situation.outstanding.amount
    if situation.paid_on:
        assert situation.is_covered
        assert not situation.outstanding.amount
        assert sum(each.amount.cents for each in received) >= invoice.total.cents > 0


@given(invoices, collections, days)
def test_without_the_treasury_nothing_is_said_of_payments_online(
    invoice: Invoice, received: list[Collection], today: date
) -> None:
    standing = situation_of(invoice, received, today=today).standing

    assert standing not in {Standing.PAID_ONLINE, Standing.PAYING_ONLINE}


@given(invoices, collections, days, some.integers(1, 30_000))
def test_a_further_payment_never_makes_anybody_owe_more(
    invoice: Invoice, received: list[Collection], today: date, cents: int
) -> None:
    last = max([invoice.balance.as_of, *(each.received_on for each in received)])
    further = Collection(
        invoice=INVOICE,
        received_on=last + timedelta(days=1),
        amount=Money(cents),
        means=Means.CARD,
    )

    before = situation_of(invoice, received, today=today).outstanding
    after = situation_of(invoice, [*received, further], today=today).outstanding

    assert after.amount <= before.amount
    assert after.as_of == further.received_on
