"""Somebody signed in gives their password again, before something serious."""

import attrs

from siegvo.application.accounts.comparing import still_stands
from siegvo.application.accounts.recognising import known_device
from siegvo.application.accounts.throttles import of_sign_in
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.passwords import Hasher
from siegvo.application.ports.session_keys import SessionKey, SessionKeys
from siegvo.application.ports.work import Begin, Look
from siegvo.application.repositories.accounts import SessionNotFound
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.credentials import WrongPassword
from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen(kw_only=True)
class Prove:
    """Take a password for the next ten minutes, and give the session another value."""

    begin: Begin
    look: Look
    clock: Clock
    hasher: Hasher
    keyed_hash: KeyedHash
    session_keys: SessionKeys

    def __call__(self, session_value: str, *, password: Password, origin: str = "") -> SessionKey:
        """Return what the cookie must carry from now on.

        Raises:
            SessionNotFound: it ended meanwhile; sign in again.
            WrongPassword: not that of this account.
            TooManyAttempts: for this account, or from this place.
            HasherBusy: try again in a moment.
        """
        now = self.clock.now()
        fingerprint = self.session_keys.fingerprint(session_value)
        with self.look() as readers:
            session = readers.sessions.of(fingerprint)
            if session is None or not session.is_alive(now):
                raise SessionNotFound
            account = readers.accounts.of(session.account)
            throttle = of_sign_in(
                self.keyed_hash,
                account.email,
                origin=origin,
                known_device=known_device(readers, account, session.device_key),
            )
            throttle.check(readers.attempts, now=now)
        verdict = self.hasher.verify(password, account.password_hash)
        key = self.session_keys.renewed(session_value)
        with self.begin() as work:
            throttle.hold(work.attempts, now=now)
            is_right = verdict.is_right and still_stands(work, account)
            if is_right:
                proved = session.proved(key.fingerprint, at=now)
                if not work.sessions.replace(session, by=proved, at=now):
                    raise SessionNotFound
                throttle.wipe(work.attempts)
            else:
                throttle.count(work.attempts, at=now)
            work.audit.add(
                Entry(
                    at=now,
                    actor=Actor.subscriber(account.id),
                    gesture=Gesture.PROVED if is_right else Gesture.PROOF_FAILED,
                    subject=str(account.id),
                    origin=origin,
                )
            )
        if not is_right:
            raise WrongPassword
        return key
