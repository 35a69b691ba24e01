"""Somebody says who they are."""

from contextlib import suppress
from datetime import datetime

import attrs

from siegvo.application.accounts.open_session import begin_session
from siegvo.application.accounts.throttles import of_sign_in
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.passwords import Hasher, Verdict
from siegvo.application.ports.session_keys import SessionKey, SessionKeys
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.application.repositories.accounts import AccountChangedMeanwhile
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.credentials import NotActivatedYet, WrongCredentials
from siegvo.domain.accounts.password import Password
from siegvo.domain.accounts.registration import Registration
from siegvo.domain.accounts.session import Session
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen(kw_only=True)
class SignIn:
    """Open a session for whoever knows the password of an account.

    Every failure costs two comparisons, whatever is known of the address.
    """

    begin: Begin
    look: Look
    clock: Clock
    hasher: Hasher
    keyed_hash: KeyedHash
    session_keys: SessionKeys

    def __call__(
        self,
        *,
        email: EmailAddress,
        password: Password,
        remember: bool = False,
        device: str = "",
        origin: str = "",
    ) -> SessionKey:
        """Open a session and return what its cookie must carry.

        `device` is what the browser calls itself, shown to the owner; `origin` the network
        address, without which no place is slowed down.

        Raises:
            WrongCredentials: no such account, or not its password.
            NotActivatedYet: the password of an attempt that waits; offer its link again.
            TooManyAttempts: for this account, or from this place.
            HasherBusy: try again in a moment.
        """
        now = self.clock.now()
        throttle = of_sign_in(self.keyed_hash, email, origin=origin)
        with self.look() as readers:
            throttle.check(readers.attempts, now=now)
            account = readers.accounts.with_email(email)
            waiting = readers.registrations.latest(email)
        verdict = self.hasher.verify(password, account.password_hash if account else None)
        is_waiting = not verdict.is_right and self._fits(password, waiting)
        with self.begin() as work:
            throttle.check(work.attempts, now=now)
            if account and verdict.is_right and _still_stands(work, account):
                throttle.wipe(work.attempts)
                key = self.session_keys.new()
                session = Session.opened(
                    key.fingerprint,
                    account=account.id,
                    at=now,
                    device=device,
                    is_remembered=remember,
                )
                begin_session(work, session, origin=origin)
            else:
                key = None
                throttle.count(work.attempts, at=now)
                work.audit.add(self._failure(email, account, at=now, origin=origin))
        if account and key:
            self._refresh(account, verdict)
            return key
        raise NotActivatedYet(email) if is_waiting else WrongCredentials

    def _fits(self, password: Password, waiting: Registration | None) -> bool:
        stored = waiting.password_hash if waiting else None
        return self.hasher.verify(password, stored).is_right

    def _refresh(self, account: Account, verdict: Verdict) -> None:
        """Keep a hash made as we make them today; another sign-in may have done it first."""
        if verdict.fresher_hash:
            with suppress(AccountChangedMeanwhile), self.begin() as work:
                work.accounts.save(account.with_hash(verdict.fresher_hash))

    def _failure(
        self, email: EmailAddress, account: Account | None, *, at: datetime, origin: str
    ) -> Entry:
        subject = str(account.id) if account else self.keyed_hash.of("mailbox", email.key)
        return Entry(
            at=at,
            actor=Actor.stranger(),
            gesture=Gesture.SIGN_IN_FAILED,
            subject=subject,
            origin=origin,
        )


def _still_stands(work: Work, account: Account) -> bool:
    """Say whether the password compared outside any transaction is the account's even now."""
    found = work.accounts.with_email(account.email)
    return found is not None and found.password_hash == account.password_hash
