"""Somebody sends a request: who is it."""

from contextlib import suppress

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.session_keys import SessionKeys
from siegvo.application.ports.unavailable import DatabaseUnavailable
from siegvo.application.ports.work import Begin, Glance
from siegvo.application.readers.visitors import Visitor
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.events import SessionStolen
from siegvo.domain.accounts.session import Session
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen
class WhoIs:
    """Tell who stands behind a cookie, as long as their session may be used.

    A value that was replaced comes back when two people hold it: the session ends for both,
    and its owner is told.
    """

    begin: Begin
    glance: Glance
    clock: Clock
    session_keys: SessionKeys

    def __call__(self, session_value: str, *, origin: str = "") -> Visitor | None:
        """Return the visitor, nothing if the session never was, has ended or is too old.

        When they were last seen is written at most once a minute.
        """
        with self.glance() as readers:
            visitor = readers.visitors.behind(self.session_keys.fingerprint(session_value))
        return visitor if visitor and self.admits(visitor.session, origin=origin) else None

    def admits(self, session: Session, *, origin: str) -> bool:
        """Say whether what a browser brought may be used; keep when, or end it for good."""
        now = self.clock.now()
        if session.is_replayed(now):
            self._end_stolen(session, origin)
        if not session.is_alive(now):
            return False
        if not (session.was_seen_lately(now) or session.wants_new_key(now)):
            self._keep(session.seen(now))
        return True

    def _keep(self, session: Session) -> None:
        # A database that is full, or held by a writer, still lets people read.
        with suppress(DatabaseUnavailable), self.begin() as work:
            work.sessions.save(session)

    def _end_stolen(self, session: Session, origin: str) -> None:
        """End it for good; if that cannot be written, the next replay will."""
        now, account = self.clock.now(), str(session.account)
        with suppress(DatabaseUnavailable), self.begin() as work:
            if not work.sessions.end(session):
                return
            if session.device_key:
                work.devices.forget(session.account, session.device_key)
            work.record(
                SessionStolen(at=now, account=account, device=session.device, place=session.place)
            )
            work.audit.add(
                Entry(
                    at=now,
                    actor=Actor.stranger(),
                    gesture=Gesture.SESSION_STOLEN,
                    subject=account,
                    origin=origin,
                )
            )
