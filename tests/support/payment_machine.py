"""Payers, a treasury and workers in any order; whatever happens, only look-ups pay invoices."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, suppress
from datetime import timedelta
from typing import Final
from uuid import UUID

import attrs
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from hypothesis.strategies import booleans, integers, sampled_from

from siegvo.application.billing.check_payments import CheckOutcome
from siegvo.application.billing.pay_online import Started
from siegvo.application.notifications.drafts import LetterKind
from siegvo.application.portal import Portal, assemble
from siegvo.application.ports.treasury import (
    Opened,
    PaymentOrder,
    TreasuryRefused,
    TreasuryUnavailable,
)
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.payable import NotPayableOnline
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.billing.situation import Standing
from siegvo.domain.billing.treasury_answer import Answer, Transaction, TreasuryResult
from siegvo.domain.kernel.money import Money
from siegvo.domain.policy import PAYMENT_CLAIMED_FOR, PAYMENT_LOOKED_FOR
from tests.support.builders.accounts import ALICE, BOB
from tests.support.builders.billing import INVOICE, an_invoice
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.outside import Surroundings
from tests.support.paying import Counter
from tests.support.store import Store
from tests.support.treasury import FakeTreasury

OpenStore = Callable[[], AbstractContextManager[Store]]

OTHER: Final = InvoiceNumber("2026-EA-0018399")
INVOICES: Final = (INVOICE, OTHER)
_SOON: Final = timedelta(hours=1)
_SPANS: Final = (
    timedelta(seconds=5),
    timedelta(seconds=30),
    timedelta(minutes=1),
    timedelta(minutes=2),
    timedelta(minutes=14),
    timedelta(minutes=20),
    timedelta(hours=2),
    timedelta(days=1),
)


class PowerCut(Exception):
    """Whoever was at work is no more."""


@attrs.define(kw_only=True)
class WatchedTreasury(FakeTreasury):
    """Notes for which operations it said that what was asked for is paid."""

    told_paid: set[str] = attrs.Factory(set)
    power_fails: bool = False

    def open(self, order: PaymentOrder) -> Opened:
        opened = super().open(order)
        if self.power_fails:
            raise PowerCut
        return opened

    def look_up(self, idop: str) -> Answer:
        answer = super().look_up(idop)
        if self.says_paid(idop):
            self.told_paid.add(idop)
        return answer

    def says_paid(self, idop: str) -> bool:
        """Say whether its answer is that this very operation is paid."""
        answer, order = self.answers[idop], self.orders[idop]
        return isinstance(answer, Transaction) and (
            answer.result.is_paid
            and (answer.idop, answer.reference, answer.amount)
            == (idop, order.reference, order.amount)
        )


class PaymentMachine(RuleBasedStateMachine):
    """The portal beside a treasury that does as it likes; give it a place to keep things in."""

    open_store: OpenStore

    def __init__(self) -> None:
        super().__init__()
        self._open = ExitStack()
        store = self._open.enter_context(type(self).open_store())
        self.treasury = WatchedTreasury()
        self.around = Surroundings(treasury=self.treasury)
        self.counter = Counter(store, self.around)
        self.counter.furnish()
        contract = f"{CONTRACT}9"
        store.know(a_tenure(contract), an_invoice(OTHER.text, contract=contract))
        self.portal: Portal = assemble(self.around.around(store))
        self.forms = 0
        self.pages: list[str] = []
        self.purged: set[str] = set()

    # What payers do.

    @rule(who=sampled_from([ALICE, BOB]), invoice=sampled_from(INVOICES), twice=booleans())
    def click(self, who: AccountId, invoice: InvoiceNumber, *, twice: bool) -> None:
        self.forms += 1
        form = UUID(int=self.forms)
        started = self._pay(who, invoice, form)
        if twice and started:
            assert self._pay(who, invoice, form) == started

    @rule(who=sampled_from([ALICE, BOB]), invoice=sampled_from(INVOICES))
    def click_when_the_power_fails(self, who: AccountId, invoice: InvoiceNumber) -> None:
        self.treasury.power_fails = True
        with suppress(PowerCut):
            self._pay(who, invoice, None)
        self.treasury.power_fails = False

    @precondition(lambda self: self.pages)
    @rule(rank=integers(0, 9), result=sampled_from(TreasuryResult))
    def finish(self, rank: int, result: TreasuryResult) -> None:
        """End an operation, an hour late perhaps, or after it was said to have failed."""
        idop = self._page(rank)
        if not self._is_over(idop):
            self.treasury.decide(idop, result, at=self.counter.clock.now())

    @precondition(lambda self: self.pages)
    @rule(rank=integers(0, 9))
    def pay_late(self, rank: int) -> None:
        """Have it said that an operation is paid, once it was given up."""
        self.wait(timedelta(hours=2))
        self.work()
        self.finish(rank, TreasuryResult.PAID_BY_CARD)

    @precondition(lambda self: self.pages)
    @rule(rank=integers(0, 9), who=sampled_from([ALICE, BOB]))
    def come_back(self, rank: int, who: AccountId) -> None:
        before, attempts = self._page(rank), self._attempts()
        for attempt in attempts:
            if attempt.idop == before and attempt.account == who:
                self.portal.billing.show_payment(holder=who, reference=attempt.reference)
        assert self._attempts() == attempts

    # What the treasury does.

    @precondition(lambda self: self.pages)
    @rule(rank=integers(0, 9), twice=booleans())
    def notify(self, rank: int, *, twice: bool) -> None:
        before = self._facts()
        for _ in range(1 + twice):
            self.portal.billing.hear_of_payment(self._page(rank))
        assert self._facts() == before

    @rule()
    def notify_of_nothing(self) -> None:
        before = self._attempts()
        self.portal.billing.hear_of_payment("00000000-0000-1000-8000-999999999999")
        assert self._attempts() == before

    @precondition(lambda self: self.pages)
    @rule(rank=integers(0, 9), result=sampled_from(TreasuryResult), how=integers(0, 2))
    def mistake(self, rank: int, result: TreasuryResult, how: int) -> None:
        """Tell of another amount, another bill, or another operation."""
        idop = self._page(rank)
        if not self._is_over(idop):
            wrong = ({"amount": Money(1)}, {"reference": "ANOTHER"}, {"named": "another"})[how]
            self.treasury.decide(idop, result, at=self.counter.clock.now(), **wrong)

    @precondition(lambda self: self.pages)
    @rule(rank=integers(0, 9))
    def purge(self, rank: int) -> None:
        idop = self._page(rank)
        self.treasury.forget(idop)
        self.purged.add(idop)

    @rule(trouble=sampled_from([TreasuryUnavailable("slow"), TreasuryRefused("X9"), None]))
    def fall_silent_or_speak(self, trouble: Exception | None) -> None:
        self.treasury.trouble = trouble

    # What workers do.

    @rule()
    def work(self) -> None:
        before = self._facts()
        checks = []
        while check := self.portal.billing.check_payments():
            checks.append(check)
        if self.treasury.trouble:
            # Nothing was learnt; whoever never came back with a page is given up.
            given_up = [each for each in checks if each.outcome is CheckOutcome.ANSWERED]
            assert len(given_up) == len(set(self._facts()) - set(before))

    @rule(after_asking=booleans())
    def die_at_work(self, *, after_asking: bool) -> None:
        now = self.counter.clock.now()
        with self.counter.store.begin() as work:
            claimed = work.online_payments.claim(now=now, until=now + PAYMENT_CLAIMED_FOR)
        if claimed and claimed.idop and after_asking:
            with suppress(TreasuryUnavailable, TreasuryRefused):
                self.treasury.look_up(claimed.idop)

    @rule(span=sampled_from(_SPANS))
    def wait(self, span: timedelta) -> None:
        self.counter.clock.advance(span)

    # What holds, always.

    @invariant()
    def only_what_the_treasury_said_is_paid(self) -> None:
        for attempt in self._attempts():
            if attempt.state is PaymentState.PAID:
                assert attempt.idop in self.treasury.told_paid

    @invariant()
    def one_payment_of_an_invoice_is_open_at_most(self) -> None:
        for invoice in INVOICES:
            attempts = self.counter.attempts(invoice)
            assert sum(each.state.is_open for each in attempts) <= 1

    @invariant()
    def an_invoice_shows_what_is_known(self) -> None:
        for invoice in INVOICES:
            states = {each.state for each in self.counter.attempts(invoice)}
            standing = self._standing(invoice)
            assert (standing is Standing.PAID_ONLINE) == (PaymentState.PAID in states)

    def teardown(self) -> None:
        try:
            self._learn_the_end()
        finally:
            self._open.close()

    def _learn_the_end(self) -> None:
        """Let the treasury speak and a worker listen: then all it says is known, and told once."""
        self.treasury.trouble = None
        now = self.counter.clock.now()
        looked_for = {
            each.idop
            for each in self._attempts()
            if now + 2 * _SOON - each.opened_at < PAYMENT_LOOKED_FOR
        }
        for _ in range(2):
            self.counter.clock.advance(_SOON)
            self.counter.work_off()
        for attempt in self._attempts():
            if attempt.idop in looked_for - {None} and self.treasury.says_paid(str(attempt.idop)):
                assert attempt.state is PaymentState.PAID
        self.only_what_the_treasury_said_is_paid()
        self.an_invoice_shows_what_is_known()
        self._check_that_each_was_told_once()

    def _check_that_each_was_told_once(self) -> None:
        while self.portal.notifications.deliver_mail():
            pass
        told = [
            letter.to
            for letter in self.around.mailbox.letters
            if letter.template is LetterKind.PAYMENT_RECEIVED
        ]
        assert len(told) == sum(each.state is PaymentState.PAID for each in self._attempts())

    # What the rules need.

    def _pay(self, who: AccountId, invoice: InvoiceNumber, form: UUID | None) -> Started | None:
        try:
            started = self.counter.pay(holder=who, invoice=invoice, submission=form)
        except (NotPayableOnline, TreasuryUnavailable, TreasuryRefused):
            return None
        idop = (started.page_url or "").rpartition("=")[2]
        if idop and idop not in self.pages:
            self.pages.append(idop)
        return started

    def _page(self, rank: int) -> str:
        return self.pages[-1 - rank % len(self.pages)]

    def _is_over(self, idop: str) -> bool:
        return idop in self.purged or self.treasury.says_paid(idop)

    def _attempts(self) -> tuple[OnlinePayment, ...]:
        return tuple(each for number in INVOICES for each in self.counter.attempts(number))

    def _facts(self) -> list[tuple[object, ...]]:
        """Tell how far each has come, whenever it is to be looked at again."""
        return [
            (each.reference, each.state, each.settled_at, each.paid_at, each.mismatches)
            for each in self._attempts()
        ]

    def _standing(self, invoice: InvoiceNumber) -> Standing:
        view = self.portal.billing.show_invoice(holder=ALICE, number=invoice)
        return view.situation.standing
