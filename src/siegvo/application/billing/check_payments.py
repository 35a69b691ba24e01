"""The treasury is asked, by itself, about the payments it said nothing of."""

from enum import StrEnum

import attrs

from siegvo.application.billing.settle_payment import SettlePayment
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.treasury import TreasuryRefused, TreasuryUnavailable
from siegvo.application.ports.work import Begin
from siegvo.domain.billing.look_ups import next_look_at
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.payment_reference import PaymentReference
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.policy import PAYMENT_CLAIMED_FOR, PAYMENT_PUT_OFF


class CheckOutcome(StrEnum):
    """The treasury answered; would not say; or did not answer."""

    ANSWERED = "answered"
    REFUSED = "refused"
    PUT_OFF = "put_off"


@attrs.frozen(kw_only=True)
class Check:
    """A payment that was asked about, how far it has come, and why that is not known."""

    reference: PaymentReference
    state: PaymentState
    outcome: CheckOutcome
    why: str = ""


@attrs.frozen
class CheckPayments:
    """Ask about the payment that is due first.  Several workers may call it at once."""

    begin: Begin
    clock: Clock
    settle: SettlePayment

    def __call__(self) -> Check | None:
        """Return what was learnt; nothing if nothing is due, or if there is no treasury.

        Raises:
            DatabaseUnavailable: it cannot be reached, is locked or full.
        """
        if self.settle.treasury is None:
            return None
        now = self.clock.now()
        with self.begin() as work:
            attempt = work.online_payments.claim(now=now, until=now + PAYMENT_CLAIMED_FOR)
        if attempt is None:
            return None
        try:
            settled = self.settle(attempt)
        except TreasuryUnavailable as absence:
            self._put_off(attempt)
            return _check(attempt, CheckOutcome.PUT_OFF, why=str(absence))
        except TreasuryRefused as refusal:
            self._follow_schedule(attempt)
            return _check(attempt, CheckOutcome.REFUSED, why=refusal.code)
        return _check(settled, CheckOutcome.ANSWERED)

    def _put_off(self, attempt: OnlinePayment) -> None:
        """Leave it as it is, for a minute: silence tells nothing, however long it lasts."""
        due = self.clock.now() + PAYMENT_PUT_OFF
        with self.begin() as work:
            known = work.online_payments.of(attempt.reference)
            work.online_payments.save(attrs.evolve(known, next_look_at=due))

    def _follow_schedule(self, attempt: OnlinePayment) -> None:
        due = next_look_at(attempt.opened_at, now=self.clock.now(), is_told=False)
        with self.begin() as work:
            known = work.online_payments.of(attempt.reference)
            work.online_payments.save(attrs.evolve(known, next_look_at=due))


def _check(attempt: OnlinePayment, outcome: CheckOutcome, *, why: str = "") -> Check:
    return Check(reference=attempt.reference, state=attempt.state, outcome=outcome, why=why)
