"""Somebody sends a request: who is it."""

from contextlib import suppress

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.session_keys import SessionKeys
from siegvo.application.ports.unavailable import DatabaseUnavailable
from siegvo.application.ports.work import Begin, Look
from siegvo.application.readers.visitors import Visitor
from siegvo.domain.accounts.session import Session


@attrs.frozen
class WhoIs:
    """Tell who stands behind a cookie, as long as their session may be used."""

    begin: Begin
    look: Look
    clock: Clock
    session_keys: SessionKeys

    def __call__(self, session_value: str) -> Visitor | None:
        """Return the visitor, nothing if the session never was, has ended or is too old.

        When they were last seen is written at most once a minute.
        """
        now = self.clock.now()
        with self.look() as readers:
            visitor = readers.visitors.behind(self.session_keys.fingerprint(session_value))
        if visitor is None or not visitor.session.is_alive(now):
            return None
        if not visitor.session.was_seen_lately(now):
            self._keep(visitor.session.seen(now))
        return visitor

    def _keep(self, session: Session) -> None:
        # A database that is full, or held by a writer, still lets people read.
        with suppress(DatabaseUnavailable), self.begin() as work:
            work.sessions.save(session)
