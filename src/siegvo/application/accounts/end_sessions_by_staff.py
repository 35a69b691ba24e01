"""A clerk closes an account everywhere, for an owner who lost a device."""

import attrs

from siegvo.application.accounts.end_all_sessions import end_sessions
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen
class EndSessionsByStaff:
    """End every session of an account, and know none of its devices."""

    begin: Begin
    clock: Clock

    def __call__(self, email: EmailAddress, *, actor: Actor) -> int:
        """Return how many sessions of the account of this mailbox were ended.

        Raises:
            AccountNotFound: there is none.
        """
        with self.begin() as work:
            account = work.accounts.with_email(email)
            if account is None:
                raise AccountNotFound
            ended = end_sessions(work, account.id)
            work.audit.add(
                Entry(
                    at=self.clock.now(),
                    actor=actor,
                    gesture=Gesture.SESSIONS_ENDED,
                    subject=str(account.id),
                )
            )
        return ended
