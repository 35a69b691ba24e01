"""The treasury is asked what became of a payment, and its answer is kept."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.treasury import Treasury, TreasuryUnavailable
from siegvo.application.ports.work import Begin, Work
from siegvo.application.repositories.audit import Entry
from siegvo.domain.billing.events import InvoicePaidOnline
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.settling import settle
from siegvo.domain.billing.treasury_answer import Answer
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen
class SettlePayment:
    """The one way by which a payment ever moves on."""

    begin: Begin
    clock: Clock
    treasury: Treasury | None

    def __call__(self, attempt: OnlinePayment) -> OnlinePayment:
        """Return what is known of `attempt` now; told twice, it has its effect once.

        Raises:
            TreasuryUnavailable: no answer, and nothing changed.
            TreasuryRefused: it will not say, and nothing changed.
        """
        if attempt.idop is None:
            return self._keep(attempt, None)
        if self.treasury is None:
            raise TreasuryUnavailable
        return self._keep(attempt, self.treasury.look_up(attempt.idop))

    def _keep(self, asked: OnlinePayment, answer: Answer | None) -> OnlinePayment:
        now = self.clock.now()
        with self.begin() as work:
            known = work.online_payments.of(asked.reference)
            if answer is None:
                settled = known.expired(at=now) if known.is_stuck(now) else known
            else:
                settled = settle(known, answer, at=now)
            if known.version != asked.version:
                settled = _as_soon(settled, known)
            work.online_payments.save(settled)
            _announce(work, settled, before=known)
        return settled


def _as_soon(settled: OnlinePayment, known: OnlinePayment) -> OnlinePayment:
    """Let stand what was asked for meanwhile: to look again at once."""
    if settled.next_look_at is None or known.next_look_at is None:
        return settled
    return attrs.evolve(settled, next_look_at=min(settled.next_look_at, known.next_look_at))


def _announce(work: Work, settled: OnlinePayment, *, before: OnlinePayment) -> None:
    at, day = settled.looked_at, settled.paid_on
    if at is None:
        return
    if day and before.paid_on is None:
        work.record(
            InvoicePaidOnline(
                at=at,
                reference=str(settled.reference),
                invoice=str(settled.invoice),
                account=str(settled.account) if settled.account else None,
                amount_cents=settled.bill.amount.cents,
                paid_on=day,
            )
        )
        _note(work, settled, Gesture.PAYMENT_RECEIVED)
    if settled.mismatches - before.mismatches:
        _note(work, settled, Gesture.PAYMENT_MISMATCHED)


def _note(work: Work, attempt: OnlinePayment, gesture: Gesture) -> None:
    if attempt.looked_at is None:
        return
    work.audit.add(
        Entry(
            at=attempt.looked_at,
            actor=Actor.portal(),
            gesture=gesture,
            subject=f"{attempt.invoice} {attempt.reference}",
        )
    )
