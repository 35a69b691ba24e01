"""Somebody says that the treasury has something to tell."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin, Look
from siegvo.domain.billing.payment_state import PaymentState


@attrs.frozen
class HearOfPayment:
    """A hint, and no more: nobody signed it.  The treasury will be asked sooner.

    Anybody may send hints: only what is one of ours makes anybody wait to write.
    """

    begin: Begin
    look: Look
    clock: Clock

    def __call__(self, idop: str) -> None:
        """Have the payment that the treasury calls `idop` looked up at once, if it is one.

        Raises:
            DatabaseUnavailable: it cannot be reached, is locked or full.
        """
        with self.look() as readers:
            known = readers.online_payments.called(idop)
        if known is None or known.state is PaymentState.PAID:
            return
        with self.begin() as work:
            work.online_payments.wake(idop, now=self.clock.now())
