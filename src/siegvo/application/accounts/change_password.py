"""Somebody signed in wants another password."""

import attrs

from siegvo.application.accounts.new_password import accepted_hash
from siegvo.application.current_password import CurrentPassword
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.passwords import Guesser, Hasher
from siegvo.application.ports.session_keys import SessionKey, SessionKeys
from siegvo.application.ports.work import Begin, Look
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.events import PasswordChanged
from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen(kw_only=True)
class ChangePassword:
    """Give an account another password; of its sessions, only this one goes on."""

    begin: Begin
    look: Look
    clock: Clock
    hasher: Hasher
    guesser: Guesser
    session_keys: SessionKeys
    current_password: CurrentPassword

    def __call__(
        self,
        *,
        account: AccountId,
        current: Password,
        password: Password,
        session_value: str = "",
        origin: str = "",
    ) -> SessionKey | None:
        """Change it, and return what the cookie of this session must carry from now on.

        Nothing is returned if `session_value` is of no session of this account.

        Raises:
            WrongPassword: `current` is not the password of the account.
            PasswordTooShort, PasswordTooSimple, PasswordTooCommon: choose another one.
            AccountChangedMeanwhile: somebody else changed it at the same moment.
            TooManyAttempts: too many wrong passwords.
            HasherBusy: try again in a moment.
        """
        password.check_strength()
        found = self.current_password.check(account, current, origin=origin)
        with self.look() as readers:
            words = (*found.email.words, *readers.account_lists.words_of(account))
        password_hash = accepted_hash(
            password, words=words, guesser=self.guesser, hasher=self.hasher
        )
        now, key = self.clock.now(), self.session_keys.new()
        with self.begin() as work:
            work.accounts.save(found.with_hash(password_hash))
            session = work.sessions.of(self.session_keys.fingerprint(session_value))
            work.sessions.end_all(account)
            goes_on = session is not None and session.account == account and session.is_alive(now)
            if session is not None and goes_on:
                work.sessions.open(session.proved(key.fingerprint, at=now))
            work.devices.forget_all(account, but=session.device_key if session else None)
            work.record(PasswordChanged(at=now, account=str(account), by_link=False))
            work.audit.add(
                Entry(
                    at=now,
                    actor=Actor.subscriber(account),
                    gesture=Gesture.PASSWORD_CHANGED,
                    subject=str(account),
                    origin=origin,
                )
            )
        return key if goes_on else None
