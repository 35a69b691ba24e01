"""Paying on line, with a treasury that a test decides for."""

from datetime import timedelta
from uuid import UUID

import attrs

from siegvo.application.billing.bundle import Billing
from siegvo.application.billing.check_payments import Check
from siegvo.application.billing.pay_online import Started
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.events import InvoicePaidOnline
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.billing.situation import Standing, situation_of
from siegvo.domain.events import Event
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.builders.billing import INVOICE, an_invoice
from tests.support.builders.contracts import a_link, a_tenure
from tests.support.outside import StoppedClock, Surroundings
from tests.support.store import Store
from tests.support.treasury import FakeTreasury

STRANGER = AccountId(UUID("57a49e40-0000-4000-8000-000000000000"))


@attrs.frozen
class Counter:
    """Alice and Bob share a payer, who has one invoice; a stranger has none."""

    store: Store
    around: Surroundings

    def furnish(self, *, but: AccountId | None = None) -> None:
        """Let them all be known, `but` for whoever is already."""
        self.store.know(a_tenure(), an_invoice())
        with self.store.begin() as work:
            for account in (ALICE, BOB):
                if account != but:
                    work.accounts.add(an_account(account))
                work.links.add(a_link(account))
            work.accounts.add(an_account(STRANGER, email="personne@exemple.fr"))

    @property
    def billing(self) -> Billing:
        return Billing.on(self.around.around(self.store))

    @property
    def clock(self) -> StoppedClock:
        return self.around.clock

    @property
    def treasury(self) -> FakeTreasury:
        assert self.around.treasury
        return self.around.treasury

    def wait(self, **span: float) -> None:
        self.clock.advance(timedelta(**span))

    def pay(
        self,
        *,
        holder: AccountId = ALICE,
        invoice: InvoiceNumber = INVOICE,
        submission: UUID | None = None,
    ) -> Started:
        return self.billing.pay_online(holder=holder, invoice=invoice, submission=submission)

    def work_off(self) -> list[Check]:
        """Look up whatever is due, as one round of the worker does."""
        checks, check = [], self.billing.check_payments()
        while check:
            checks.append(check)
            check = self.billing.check_payments()
        return checks

    def attempts(self, invoice: InvoiceNumber = INVOICE) -> tuple[OnlinePayment, ...]:
        with self.store.look() as readers:
            return readers.online_payments.of_invoice(invoice)

    @property
    def states(self) -> list[PaymentState]:
        return [attempt.state for attempt in self.attempts()]

    @property
    def standing(self) -> Standing:
        """Say how the invoice stands, by its attempts alone."""
        attempts = self.attempts()
        return situation_of(
            an_invoice(),
            today=self.clock.today(),
            paid_online=[paid for each in attempts if (paid := each.as_paid)],
            is_paying_online=any(each.state.is_open for each in attempts),
        ).standing


def paid_events(events: list[Event]) -> list[InvoicePaidOnline]:
    return [event for event in events if isinstance(event, InvoicePaidOnline)]
