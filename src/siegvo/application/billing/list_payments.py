"""What became of the payments on line, for staff."""

from collections.abc import Iterable

import attrs

from siegvo.application.ports.work import Look
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.payment_state import PaymentState


@attrs.frozen
class ListPayments:
    look: Look

    def __call__(
        self, *, states: Iterable[PaymentState] = tuple(PaymentState), most: int
    ) -> tuple[OnlinePayment, ...]:
        """Return those in these states, the newest first, `most` at the most.

        Raises:
            DatabaseUnavailable: it cannot be reached.
        """
        with self.look() as readers:
            return readers.online_payments.latest(states, most=most)
