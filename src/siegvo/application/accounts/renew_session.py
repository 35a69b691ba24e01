"""The cookie of a session changes value."""

from contextlib import suppress

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.session_keys import SessionKey, SessionKeys
from siegvo.application.ports.unavailable import DatabaseUnavailable
from siegvo.application.ports.work import Begin


@attrs.frozen
class RenewSession:
    """Give a session that was remembered a new value, so that a copy of the old one tells."""

    begin: Begin
    clock: Clock
    session_keys: SessionKeys

    def __call__(self, session_value: str) -> SessionKey | None:
        """Return what the cookie must carry; nothing if it is to stay as it is.

        Of several requests sent together one brings the new value; the old one stays good for
        the others, for a minute.
        """
        now, key = self.clock.now(), self.session_keys.renewed(session_value)
        # A database that is full, or held by a writer, still lets people read.
        with suppress(DatabaseUnavailable), self.begin() as work:
            session = work.sessions.of(self.session_keys.fingerprint(session_value))
            if session is None or not session.wants_new_key(now):
                return None
            if work.sessions.replace(session, by=session.renewed(key.fingerprint, at=now), at=now):
                return key
        return None
