"""How subscribers want to pay from now on is told to the billing system."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.payments.change import ChangeStep, PaymentChange
from siegvo.domain.requests.request import RequestState

HandOverPaymentModes = Callable[[Sequence[PaymentChange]], object]
"""Write them where the billing system will find them; return when they are safe there."""

_LEAVES_FROM: Final = frozenset({RequestState.REGISTERED, RequestState.IN_PROGRESS})


@attrs.frozen(kw_only=True)
class ExportPaymentModes:
    """Hand over the changes of payment mode that were confirmed and waited long enough.

    The accounts to debit leave with the mandates.
    """

    begin: Begin
    look: Look
    clock: Clock

    def __call__(
        self, *, since: date | None, hand_over: HandOverPaymentModes, actor: Actor | None = None
    ) -> int:
        """Hand over what the billing system does not show yet, and what left since a day.

        Return how many.  The mandate of a change may have left before it.

        Changes have left only once `hand_over` has returned: one may leave twice, never not
        at all.

        Raises:
            DatabaseUnavailable: it cannot be reached, is locked or full.
        """
        with self.look() as readers:
            known = {
                each.reference: each
                for each in (
                    *readers.payment_changes.awaiting_books(),
                    *readers.payment_changes.to_export(since),
                )
            }
        due = [each for _, each in sorted(known.items()) if not each.is_of_account_only]
        hand_over(due)
        if due:
            fresh = [each for each in due if each.step is ChangeStep.READY]
            with self.begin() as work:
                for each in fresh:
                    self._mark(work, each)
                work.audit.add(
                    Entry(
                        at=self.clock.now(),
                        actor=actor or Actor.portal(),
                        gesture=Gesture.PAYMENT_MODES_EXPORTED,
                        subject=f"{len(due)} changes, {len(fresh)} for the first time",
                    )
                )
        return len(due)

    def _mark(self, work: Work, change: PaymentChange) -> None:
        """Say that a change left, unless somebody moved it meanwhile."""
        now, request = self.clock.now(), work.requests.hold(change.reference)
        latest = work.payment_changes.of(change.reference)
        if latest.step is not ChangeStep.READY:
            return
        work.payment_changes.save(latest.export(at=now))
        if request.state in _LEAVES_FROM:
            work.requests.save(request.become(RequestState.EXPORTED, at=now))
