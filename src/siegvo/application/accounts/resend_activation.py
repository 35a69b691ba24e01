"""The mail with the activation link did not come."""

from datetime import datetime

import attrs

from siegvo.application.accounts.throttles import of_resend
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Begin, Work
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.events import (
    ActivationOfUnknownAddress,
    RegistrationAsked,
    RegistrationOfKnownAddress,
)
from siegvo.domain.events import Event
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen
class ResendActivation:
    """Write again to a mailbox whose attempt waits; answer the same when none does."""

    begin: Begin
    clock: Clock
    keyed_hash: KeyedHash

    def __call__(self, email: EmailAddress, *, origin: str = "") -> None:
        """Have the newest attempt's mailbox written to, or the owner's if it has an account.

        Raises:
            TooManyAttempts: for this mailbox, known or not, or from this place.
        """
        now = self.clock.now()
        throttle = of_resend(self.keyed_hash, email, origin=origin)
        with self.begin() as work:
            throttle.hold(work.attempts, now=now)
            throttle.count(work.attempts, at=now)
            work.record(_announcement(work, email, now))
            work.audit.add(
                Entry(
                    at=now,
                    actor=Actor.stranger(),
                    gesture=Gesture.ACTIVATION_ASKED_AGAIN,
                    subject=self.keyed_hash.of("mailbox", email.key),
                    origin=origin,
                )
            )


def _announcement(work: Work, email: EmailAddress, at: datetime) -> Event:
    """Return what is told; there is something to write down even when there is nothing to tell."""
    known = work.accounts.with_email(email)
    waiting = work.registrations.latest(email)
    if known:
        return RegistrationOfKnownAddress(at=at, account=str(known.id))
    if waiting:
        return RegistrationAsked(at=at, registration=str(waiting.id))
    return ActivationOfUnknownAddress(at=at)
