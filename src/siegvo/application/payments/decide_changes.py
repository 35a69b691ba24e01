"""Staff decide about changes of payment mode: let them through, refuse them, say they are done."""

import attrs

from siegvo.application.payment_steps import PaymentSteps
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Begin
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.asked import Asked, answer_to
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen(kw_only=True)
class LetThrough:
    """Say that a change is what it seems: it still waits to be confirmed, and its delay."""

    begin: Begin
    clock: Clock
    vault: Vault

    def __call__(self, reference: RequestReference, *, actor: Actor) -> None:
        """Drop what was suspected of it.

        Raises:
            RequestNotFound, ChangeNotFound: no change bears this reference.
            ChangeCannotBecome: there is nothing to look at any more.
            PaymentChangedMeanwhile: somebody else moved it at the same moment.
        """
        with self.begin() as work:
            steps = PaymentSteps.at_once(work, vault=self.vault, clock=self.clock)
            change = steps.held(reference)
            work.payment_changes.save(change.let_through())
            steps.note(change, Gesture.PAYMENT_CHANGE_LET_THROUGH, actor=actor)


@attrs.frozen(kw_only=True)
class RefuseChange:
    """Refuse a change, for a reason that is told; at any moment until it is done."""

    begin: Begin
    clock: Clock
    vault: Vault

    def __call__(self, reference: RequestReference, *, reason: str, actor: Actor) -> None:
        """Refuse it, and tell who asked, in the words given.

        Raises:
            AnswerMissing, AnswerTooLong: about the reason.
            RequestNotFound, ChangeNotFound: no change bears this reference.
            ChangeCannotBecome: it is over.
            PaymentChangedMeanwhile: somebody else moved it at the same moment.
        """
        words = answer_to(Asked.REASON, reason)
        with self.begin() as work:
            steps = PaymentSteps.at_once(work, vault=self.vault, clock=self.clock)
            change = steps.held(reference)
            steps.refuse(change, reason=words)
            steps.note(change, Gesture.PAYMENT_CHANGE_REFUSED, actor=actor)


@attrs.frozen(kw_only=True)
class CloseChange:
    """Say that the billing system has a change, where its files do not tell."""

    begin: Begin
    clock: Clock
    vault: Vault

    def __call__(self, reference: RequestReference, *, actor: Actor) -> None:
        """Apply it, and tell everybody who sees the contract.

        Raises:
            RequestNotFound, ChangeNotFound: no change bears this reference.
            ChangeCannotBecome: it was never handed over, or is over.
            SealBroken: its mandate is not the one that was signed.
            PaymentChangedMeanwhile: somebody else moved it at the same moment.
        """
        with self.begin() as work:
            steps = PaymentSteps.at_once(work, vault=self.vault, clock=self.clock)
            change = steps.held(reference)
            steps.apply(change)
            steps.note(change, Gesture.PAYMENT_CHANGE_APPLIED, actor=actor)
