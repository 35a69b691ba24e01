"""Where an account is open."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Look
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.session import Session


@attrs.frozen
class ListSessions:
    """List the sessions that may be used, the last used first."""

    look: Look
    clock: Clock

    def __call__(self, account: AccountId) -> tuple[Session, ...]:
        now = self.clock.now()
        with self.look() as readers:
            kept = readers.sessions.of_account(account)
        return tuple(session for session in kept if session.is_alive(now))
