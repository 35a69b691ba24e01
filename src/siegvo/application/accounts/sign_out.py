"""Somebody leaves."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.session_keys import SessionKeys
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen
class SignOut:
    """End a session: what the cookie carries, and ever carried, is worth nothing from then on."""

    begin: Begin
    clock: Clock
    session_keys: SessionKeys

    def __call__(self, session_value: str, *, origin: str = "") -> None:
        """End the session; one that has ended already stays so."""
        fingerprint = self.session_keys.fingerprint(session_value)
        with self.begin() as work:
            session = work.sessions.of(fingerprint)
            if session is None or not work.sessions.end(session):
                return
            work.audit.add(
                Entry(
                    at=self.clock.now(),
                    actor=Actor.subscriber(session.account),
                    gesture=Gesture.SIGNED_OUT,
                    subject=str(session.account),
                    origin=origin,
                )
            )
