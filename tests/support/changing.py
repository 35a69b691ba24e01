"""A contract whose payment changes: two accounts see it, and time goes by."""

from datetime import timedelta
from typing import Any, Final, Self

import attrs

from siegvo.application.change_view import ChangeView
from siegvo.application.payments.bundle import Payments
from siegvo.application.ports.outside import Outside
from siegvo.application.ports.tokens import Purpose
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.events import Event
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.payments.change import PaymentChange
from siegvo.domain.payments.events import PaymentChangeApplied, PaymentChangeAsked
from siegvo.domain.policy import ACCESS_FRESH_FOR
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.banking import french_iban
from tests.support.builders.billing import an_invoice
from tests.support.builders.contracts import CONTRACT, a_link, a_tenure
from tests.support.outside import Surroundings
from tests.support.store import Store

PASSWORD: Final = Password("mirabelle tramway onze")
CLERK: Final = Actor.staff("c.weber")
LONG_AGO: Final = NOON - ACCESS_FRESH_FOR - timedelta(days=1)

__all__ = ["CLERK", "PASSWORD", "Changing", "PaymentChangeApplied", "PaymentChangeAsked"]


@attrs.frozen
class Changing:
    """Alice asks, Bob looks on; both have seen the contract for longer than a week."""

    store: Store
    surroundings: Surroundings
    outside: Outside
    payments: Payments

    @classmethod
    def on(
        cls,
        store: Store,
        surroundings: Surroundings,
        *,
        mode: PaymentMode = PaymentMode.ON_INVOICE,
        masked_iban: str | None = None,
    ) -> Self:
        store.know(tenure_in(mode, masked_iban=masked_iban), an_invoice())
        with store.begin() as work:
            for account in (ALICE, BOB):
                work.accounts.add(an_account(account, hashed=f"hash of {PASSWORD.text}"))
                work.links.add(a_link(account, at=LONG_AGO))
        outside = surroundings.around(store)
        return cls(store, surroundings, outside, Payments.on(outside))

    def ask(
        self,
        mode: PaymentMode = PaymentMode.DIRECT_DEBIT,
        *,
        holder: AccountId = ALICE,
        number: int = 1,
        **form: Any,
    ) -> RequestReference:
        """Ask to pay in another way, on an account of Mme Marchal."""
        return self.payments.change_payment_mode(
            **{
                "holder": holder,
                "contract": CONTRACT,
                "mode": mode,
                "iban": french_iban(number).text,
                "account_holder": "Odile Marchal",
                "debit_day": 10 if mode is PaymentMode.MONTHLY else None,
                "consent": True,
                "password": PASSWORD,
                **form,
            }
        )

    def ask_account(self, *, holder: AccountId = ALICE, number: int = 2, **form: Any) -> Any:
        return self.payments.change_bank_details(
            **{
                "holder": holder,
                "contract": CONTRACT,
                "iban": french_iban(number).text,
                "account_holder": "Odile Marchal",
                "consent": True,
                "password": PASSWORD,
                **form,
            }
        )

    def confirming(self, reference: RequestReference) -> str:
        """Return the link its letter carries."""
        change = self.change(reference)
        assert change.account
        with self.store.look() as readers:
            state = change.confirmation_state(*readers.accounts.of(change.account).reset_state)
        purpose = Purpose.PAYMENT_CONFIRMATION
        return self.outside.tokens.issue(purpose, str(reference), state=state)

    def cancelling(self, reference: RequestReference) -> str:
        """Return the link that the other accounts get."""
        state = self.change(reference).cancellation_state
        purpose = Purpose.PAYMENT_CANCELLATION
        return self.outside.tokens.issue(purpose, str(reference), state=state)

    def confirm(self, reference: RequestReference) -> ChangeView:
        return self.payments.confirm_change(self.confirming(reference))

    def wait(self, by: timedelta = timedelta(hours=72)) -> int:
        """Let time go by, and the worker do what is due."""
        self.surroundings.clock.advance(by)
        return self.payments.run_due_changes()

    def make_ready(self, reference: RequestReference) -> None:
        self.confirm(reference)
        self.wait()

    def change(self, reference: RequestReference) -> PaymentChange:
        with self.store.look() as readers:
            return readers.payment_changes.of(reference)

    def export(self, reference: RequestReference) -> None:
        """Have it handed over, as an export does."""
        self.outside.clock.now()
        with self.store.begin() as work:
            change = work.payment_changes.of(reference)
            work.payment_changes.save(change.export(at=self.outside.clock.now()))

    @property
    def told(self) -> list[Event]:
        """Every event, the oldest first, of a store in memory."""
        events: list[Event] = self.store.kept.events  # type: ignore[attr-defined]
        return events


def tenure_in(
    mode: PaymentMode, *, masked_iban: str | None = None, until: str | None = None
) -> Tenure:
    """Return the contract as the billing system shows it, paid in that mode."""
    return attrs.evolve(a_tenure(until=until), payment_mode=mode, masked_iban=masked_iban)
