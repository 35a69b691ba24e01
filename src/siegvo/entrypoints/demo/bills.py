"""The invoices of the demo, and what was received for them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Final

import attrs

from siegvo.entrypoints.demo.contracts import DemoContract, Fate
from siegvo.entrypoints.demo.tariff import DemoLine, amounts_of, lines_for
from siegvo.entrypoints.demo.volumes import days_read, drawn, is_estimated

_ISSUED_AFTER: Final = timedelta(days=12)
_DUE_AFTER: Final = timedelta(days=30)
_KNOWN_BEFORE: Final = timedelta(days=6)
_STILL_TO_PAY: Final = timedelta(days=19)
_STILL_TO_DEBIT: Final = timedelta(days=12)
_CORRECTED_AFTER: Final = timedelta(days=6)
_GIVEN_BACK: Final = 8
_MEANS: Final = ("virement", "cb", "cb", "cheque")


@attrs.frozen(kw_only=True)
class DemoReceipt:
    """What came in: cents, and the means in the words of the exchange files."""

    on: date
    amount: int
    means: str


@attrs.frozen(kw_only=True)
class DemoBill:
    """An invoice; `left` to pay in cents, as of `known_on`.  It is numbered last of all."""

    contract: DemoContract
    kind: str
    issued_on: date
    due_on: date
    first: date
    last: date
    volume: int
    lines: tuple[DemoLine, ...]
    known_on: date
    number: str = ""
    left: int = 0
    debit_on: date | None = None
    is_cancelled: bool = False
    receipts: tuple[DemoReceipt, ...] = ()

    @property
    def total(self) -> int:
        return amounts_of(self.lines).total


def demo_bills(contracts: Iterable[DemoContract], *, today: date) -> tuple[DemoBill, ...]:
    """Return every invoice until `today`, the oldest first, numbered year by year."""
    bills = [bill for contract in contracts for bill in _bills(contract, today=today)]
    bills.sort(key=lambda bill: (bill.issued_on, bill.contract.number, bill.kind))
    ranks: Counter[int] = Counter()
    numbered = []
    for bill in bills:
        year = bill.issued_on.year
        ranks[year] += 1
        numbered.append(attrs.evolve(bill, number=f"{year}-EA-{ranks[year]:07}"))
    return tuple(numbered)


def _bills(contract: DemoContract, *, today: date) -> Iterator[DemoBill]:
    dice = Random(contract.number)  # noqa: S311 (the same payments each time)
    drafts = tuple(
        _draft(contract, first=first, last=last, today=today)
        for first, last in pairwise(days_read(contract, today=today))
        if last + _ISSUED_AFTER <= today
    )
    for rank, draft in enumerate(reversed(drafts)):
        fate = contract.fates[rank] if rank < len(contract.fates) else Fate.USUAL
        yield from _lived(draft, fate, dice=dice, today=today)


def _draft(contract: DemoContract, *, first: date, last: date, today: date) -> DemoBill:
    volume = drawn(contract, first=first, last=last, today=today)
    issued_on = last + _ISSUED_AFTER
    return DemoBill(
        contract=contract,
        kind="acompte" if is_estimated(contract, on=last, today=today) else "facture",
        issued_on=issued_on,
        due_on=issued_on + _DUE_AFTER,
        first=first,
        last=last,
        volume=volume,
        lines=lines_for(volume, since=first),
        known_on=max(today - _KNOWN_BEFORE, issued_on),
    )


def _lived(bill: DemoBill, fate: Fate, *, dice: Random, today: date) -> Iterator[DemoBill]:
    """Yield a bill once its fate has come over it, and what was issued because of it."""
    match fate:
        case Fate.DUE:
            due_on = max(bill.due_on, today + _STILL_TO_PAY)
            yield attrs.evolve(bill, due_on=due_on, left=bill.total)
        case Fate.DEBITED_SOON:
            due_on = max(bill.due_on, today + _STILL_TO_DEBIT)
            yield attrs.evolve(bill, due_on=due_on, debit_on=due_on, left=bill.total)
        case Fate.LATE:
            yield attrs.evolve(bill, left=bill.total)
        case Fate.PARTLY_PAID:
            yield _partly_paid(bill)
        case Fate.CREDITED:
            yield _settled(bill, dice=dice)
            yield _credit_note(bill, today=today)
        case Fate.CANCELLED:
            yield attrs.evolve(bill, is_cancelled=True)
            yield _settled(_corrected(bill), dice=dice)
        case Fate.USUAL:
            yield _settled(bill, dice=dice)


def _settled(bill: DemoBill, *, dice: Random) -> DemoBill:
    """Return it paid in time, or still to be paid if its time has not come."""
    is_debited = bill.contract.payment_mode != "facture"
    means = "prelevement" if is_debited else dice.choice(_MEANS)
    day = bill.due_on - timedelta(days=0 if is_debited else dice.randint(1, 20))
    debit_on = bill.due_on if is_debited else None
    if day > bill.known_on:
        return attrs.evolve(bill, left=bill.total, debit_on=debit_on)
    receipt = DemoReceipt(on=day, amount=bill.total, means=means)
    return attrs.evolve(bill, receipts=(receipt,), debit_on=debit_on)


def _partly_paid(bill: DemoBill) -> DemoBill:
    paid = bill.total // 2
    receipt = DemoReceipt(on=bill.due_on - timedelta(days=3), amount=paid, means="cheque")
    return attrs.evolve(bill, left=bill.total - paid, receipts=(receipt,))


def _credit_note(bill: DemoBill, *, today: date) -> DemoBill:
    """Give back some of the volume, the index having been read too high."""
    issued_on = min(bill.issued_on + _DUE_AFTER, today)
    return attrs.evolve(
        bill,
        kind="avoir",
        issued_on=issued_on,
        due_on=issued_on,
        volume=-_GIVEN_BACK,
        lines=lines_for(-_GIVEN_BACK, since=bill.first, has_subscription=False),
    )


def _corrected(bill: DemoBill) -> DemoBill:
    """Charge for a little less, some days later."""
    issued_on = bill.issued_on + _CORRECTED_AFTER
    volume = max(bill.volume - _GIVEN_BACK, 0)
    return attrs.evolve(
        bill,
        issued_on=issued_on,
        due_on=issued_on + _DUE_AFTER,
        volume=volume,
        lines=lines_for(volume, since=bill.first),
    )
