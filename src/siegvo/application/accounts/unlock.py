"""A clerk lets somebody in who was made to wait."""

import attrs

from siegvo.application.accounts.throttles import of_owner
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen
class Unlock:
    """Forget the failures counted against an account; those of a place stay counted."""

    begin: Begin
    clock: Clock
    keyed_hash: KeyedHash

    def __call__(self, email: EmailAddress, *, actor: Actor) -> None:
        """Let the account of this mailbox be tried again at once.

        Raises:
            AccountNotFound: there is none.
        """
        with self.begin() as work:
            account = work.accounts.with_email(email)
            if account is None:
                raise AccountNotFound
            of_owner(self.keyed_hash, account).wipe(work.attempts)
            work.audit.add(
                Entry(
                    at=self.clock.now(),
                    actor=actor,
                    gesture=Gesture.ACCOUNT_UNLOCKED,
                    subject=str(account.id),
                )
            )
