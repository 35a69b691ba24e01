"""The mandates that were signed on line are handed to the billing system."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import attrs

from siegvo.application.payment_steps import PaymentSteps
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.application.repositories.audit import Entry
from siegvo.application.sealed_mandates import opened
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.payments.change import ChangeStep, PaymentChange
from siegvo.domain.payments.mandate import Mandate
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen(kw_only=True)
class LeavingMandate:
    """A mandate, the request it was signed with, and how the contract is paid with it."""

    mandate: Mandate
    reference: RequestReference
    mode: PaymentMode
    debit_day: int | None = None


HandOverMandates = Callable[[Sequence[LeavingMandate]], object]
"""Write mandates, accounts in clear, where the billing system alone finds them; return when
they are safe there."""


@attrs.frozen(kw_only=True)
class ExportMandates:
    """Hand over the mandates of changes that were confirmed and waited long enough."""

    begin: Begin
    look: Look
    clock: Clock
    vault: Vault

    def __call__(
        self, *, since: date | None, hand_over: HandOverMandates, actor: Actor | None = None
    ) -> int:
        """Hand over those the billing system does not show yet, and those that left since a day.

        Return how many.  Changes have left once `hand_over` has returned: nobody takes them
        back any more.  Asked again, the same leave again, until the billing system shows them.

        Raises:
            SealBroken: the account of a mandate cannot be read.
            DatabaseUnavailable: the database cannot be reached, is locked or full.
        """
        with self.look() as readers:
            changes = {
                change.reference: change
                for change in (
                    *readers.payment_changes.awaiting_books(),
                    *readers.payment_changes.to_export(since),
                )
            }
            kept = {
                each.reference: readers.mandates.of(each.signed)
                for each in changes.values()
                if each.signed
            }
        leaving = [
            LeavingMandate(
                mandate=opened(self.vault, mandate),
                reference=reference,
                mode=changes[reference].after,
                debit_day=changes[reference].debit_day,
            )
            for reference, mandate in sorted(kept.items())
            if mandate.ended_on is None
        ]
        if leaving:
            hand_over(leaving)
            self._note(changes.values(), len(leaving), actor or Actor.portal())
        return len(leaving)

    def _note(self, changes: Iterable[PaymentChange], count: int, actor: Actor) -> None:
        """Write down that accounts left, and which changes are on their way with them."""
        with self.begin() as work:
            for change in changes:
                if change.signed and change.step is ChangeStep.READY:
                    self._mark(work, change)
            work.audit.add(
                Entry(
                    at=self.clock.now(),
                    actor=actor,
                    gesture=Gesture.MANDATES_EXPORTED,
                    subject=f"{count} mandates",
                )
            )

    def _mark(self, work: Work, change: PaymentChange) -> None:
        """Say that a change left, unless somebody moved it meanwhile."""
        now, today = self.clock.now(), self.clock.today()
        steps = PaymentSteps(work=work, vault=self.vault, now=now, today=today)
        latest = steps.held(change.reference)
        if latest.step is ChangeStep.READY:
            steps.take(latest, latest.export(at=now))
