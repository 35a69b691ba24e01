"""One attempt of an account to pay an invoice on the treasury's pages."""

from datetime import date, datetime
from typing import Final, Self
from zoneinfo import ZoneInfo

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.bill import Bill
from siegvo.domain.billing.collection import Means
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.look_ups import first_look_at
from siegvo.domain.billing.payment_reference import PaymentReference
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.billing.situation import PaidOnline
from siegvo.domain.errors import Conflict
from siegvo.domain.policy import PAYMENT_OPENS_WITHIN, PAYMENT_PAGE_LASTS

_PARIS: Final = ZoneInfo("Europe/Paris")


@attrs.frozen
class PaymentChangedMeanwhile(Conflict):
    reference: PaymentReference


@attrs.frozen(kw_only=True)
class OnlinePayment:
    """An attempt, and what the treasury said of it so far.

    It outlives its account.  `idop` is the treasury's name for it, once it was opened, and
    `page_url` where one pays while it is open.  `mismatches` name the facts of an answer that
    were not ours; such an answer never pays.  `next_look_at` is nothing once no more is asked.
    """

    reference: PaymentReference
    invoice: InvoiceNumber
    account: AccountId | None
    bill: Bill
    opened_at: datetime
    state: PaymentState = PaymentState.OPENING
    idop: str | None = None
    page_url: str | None = attrs.field(default=None, repr=False)
    settled_at: datetime | None = None
    means: Means | None = None
    paid_at: datetime | None = None
    mismatches: frozenset[str] = frozenset()
    looked_at: datetime | None = None
    next_look_at: datetime | None = None
    looks: int = 0
    version: int = 0

    @classmethod
    def begun(
        cls,
        reference: PaymentReference,
        *,
        invoice: InvoiceNumber,
        account: AccountId,
        bill: Bill,
        at: datetime,
    ) -> Self:
        """Begin one; it is looked at again in case whoever asks for its page never returns."""
        return cls(
            reference=reference,
            invoice=invoice,
            account=account,
            bill=bill,
            opened_at=at,
            next_look_at=at + PAYMENT_OPENS_WITHIN,
        )

    @property
    def was_opened(self) -> bool:
        """Say whether the payer ever had a page to pay at."""
        return self.idop is not None

    @property
    def paid_on(self) -> date | None:
        """The day in Paris when it was paid."""
        return self.paid_at and self.paid_at.astimezone(_PARIS).date()

    @property
    def as_paid(self) -> PaidOnline | None:
        """Return it as the situation of its invoice counts it, if it was paid."""
        day = self.paid_on
        return PaidOnline(paid_on=day, amount=self.bill.amount) if day else None

    def page_at(self, now: datetime) -> str | None:
        """Return where to pay, while one still can: PayFiP takes no payment after 15 minutes."""
        may_pay = self.state is PaymentState.OPEN and now - self.opened_at < PAYMENT_PAGE_LASTS
        return self.page_url if may_pay else None

    def is_stuck(self, now: datetime) -> bool:
        """Say whether whoever asked for its page will not come back with it."""
        return self.state is PaymentState.OPENING and now - self.opened_at >= PAYMENT_OPENS_WITHIN

    def opened(self, *, idop: str, page_url: str) -> Self:
        """Return it with a page to pay at.

        Raises:
            PaymentChangedMeanwhile: it was given up while the treasury was asked.
        """
        if self.state is not PaymentState.OPENING:
            raise PaymentChangedMeanwhile(self.reference)
        return attrs.evolve(
            self,
            state=PaymentState.OPEN,
            idop=idop,
            page_url=page_url,
            next_look_at=first_look_at(self.opened_at),
        )

    def expired(self, *, at: datetime) -> Self:
        """Return it given up.  If it had a page, it may still be paid there, and is asked about."""
        if not self.state.is_open:
            return self
        return attrs.evolve(
            self,
            state=PaymentState.EXPIRED,
            settled_at=at,
            page_url=None,
            next_look_at=self.next_look_at if self.was_opened else None,
        )
