"""Changes of payment mode that waited long enough go on; those nobody confirmed are over."""

import attrs

from siegvo.application.payment_steps import PaymentSteps
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.payments.change import ChangeStep, PaymentChange
from siegvo.domain.policy import CHANGE_CONFIRMED_WITHIN
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen(kw_only=True)
class RunDueChanges:
    """Do what time alone brings about: the worker calls it."""

    begin: Begin
    look: Look
    clock: Clock
    vault: Vault

    def __call__(self) -> int:
        """Move every change that is due, each on its own; return how many were."""
        now = self.clock.now()
        with self.look() as readers:
            due = readers.payment_changes.due(now=now, asked_before=now - CHANGE_CONFIRMED_WITHIN)
        return sum(self._move(change.reference) for change in due)

    def _move(self, reference: RequestReference) -> bool:
        with self.begin() as work:
            steps = PaymentSteps.at_once(work, vault=self.vault, clock=self.clock)
            change = steps.held(reference)
            gesture = self._gesture(work, steps, change)
            if gesture:
                steps.note(change, gesture, actor=Actor.portal())
            return gesture is not None

    def _gesture(self, work: Work, steps: PaymentSteps, change: PaymentChange) -> Gesture | None:
        """Take the step that is due; none if somebody took another one meanwhile."""
        if change.step is ChangeStep.ASKED:
            steps.lapse(change)
            return Gesture.PAYMENT_CHANGE_LAPSED
        if change.step is not ChangeStep.CONFIRMED or change.suspicions:
            return None
        if not self._still_theirs(work, change):
            steps.drop(change)
            return Gesture.PAYMENT_CHANGE_CANCELLED
        steps.take(change, change.become_ready(at=steps.now))
        return Gesture.PAYMENT_CHANGE_READY

    def _still_theirs(self, work: Work, change: PaymentChange) -> bool:
        """Say whether the contract still runs for its payer, and whoever asked still sees it."""
        if change.account is not None:
            try:
                work.tenures.held_by(change.account, change.contract)
            except ContractNotFound:
                return False
        theirs = {each.contract: each for each in work.tenures.of_payer(change.payer)}
        tenure, today = theirs.get(change.contract), self.clock.today()
        return tenure is not None and tenure.days.holds(today)
