"""Where payments on line are kept."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.payment_reference import PaymentReference
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.errors import NotFound


@attrs.frozen
class PaymentNotFound(NotFound):
    reference: PaymentReference


class OnlinePayments(Protocol):
    """Every attempt to pay on line; none is ever dropped."""

    def add(self, attempt: OnlinePayment) -> bool:
        """Keep a new attempt, and say so; keep none while another of its invoice is open.

        Of two transactions that add one at the same time, the second waits for the first.
        """

    def of(self, reference: PaymentReference) -> OnlinePayment:
        """Return any attempt, for the portal itself; no other transaction changes it meanwhile.

        Raises:
            PaymentNotFound: nothing bears this reference.
        """

    def begun_by(self, holder: AccountId, reference: PaymentReference) -> OnlinePayment:
        """Return an attempt of this account.

        Raises:
            PaymentNotFound: it does not exist, or is not theirs.
        """

    def of_invoice(self, number: InvoiceNumber) -> tuple[OnlinePayment, ...]:
        """Return every attempt to pay an invoice, the oldest first; one at most is open."""

    def latest(self, states: Iterable[PaymentState], *, most: int) -> tuple[OnlinePayment, ...]:
        """Return the attempts in these states, the newest first, `most` at the most."""

    def save(self, attempt: OnlinePayment) -> None:
        """Keep what became of it.

        Raises:
            PaymentChangedMeanwhile: it was saved by someone else since.
        """

    def claim(self, *, now: datetime, until: datetime) -> OnlinePayment | None:
        """Take the attempt to be asked about first; no other worker gets it before `until`."""

    def called(self, idop: str) -> OnlinePayment | None:
        """Return the attempt that the treasury calls so, if it is one of ours."""

    def wake(self, idop: str, *, now: datetime) -> None:
        """Have an attempt asked about at once, unless it was just now; nothing if it is paid."""

    def disown(self, account: AccountId) -> None:
        """Leave the attempts of an account to the service: they are settled all the same."""
