"""Somebody has lost a password."""

import attrs

from siegvo.application.accounts.throttles import of_reset
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.events import PasswordResetAsked, PasswordResetOfUnknownAddress
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen
class AskPasswordReset:
    """Have a link sent to a mailbox, if it has an account; answer and work the same if not."""

    begin: Begin
    clock: Clock
    keyed_hash: KeyedHash

    def __call__(self, email: EmailAddress, *, origin: str = "") -> None:
        """Have the mailbox written to.

        Raises:
            TooManyAttempts: for this mailbox, known or not, or from this place.
        """
        now = self.clock.now()
        throttle = of_reset(self.keyed_hash, email, origin=origin)
        with self.begin() as work:
            throttle.hold(work.attempts, now=now)
            throttle.count(work.attempts, at=now)
            known = work.accounts.with_email(email)
            work.record(
                PasswordResetAsked(at=now, account=str(known.id))
                if known
                else PasswordResetOfUnknownAddress(at=now)
            )
            subject = str(known.id) if known else self.keyed_hash.of("mailbox", email.key)
            work.audit.add(
                Entry(
                    at=now,
                    actor=Actor.stranger(),
                    gesture=Gesture.PASSWORD_RESET_ASKED,
                    subject=subject,
                    origin=origin,
                )
            )
