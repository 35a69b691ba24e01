"""Somebody says who they are."""

from contextlib import suppress
from datetime import datetime

import attrs

from siegvo.application.accounts.comparing import still_stands
from siegvo.application.accounts.open_session import begin_session
from siegvo.application.accounts.recognising import known_device
from siegvo.application.accounts.throttles import failures_of, of_sign_in
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.ids import NewId
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.passwords import Hasher, Verdict
from siegvo.application.ports.session_keys import SessionKey, SessionKeys
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.application.repositories.accounts import AccountChangedMeanwhile
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.credentials import NotActivatedYet, WrongCredentials
from siegvo.domain.accounts.events import SignedInAfterFailures
from siegvo.domain.accounts.password import Password
from siegvo.domain.accounts.registration import Registration
from siegvo.domain.accounts.session import Session, SessionFamily
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.place import vicinity_of
from siegvo.domain.policy import FAILURES_TOLD


@attrs.frozen(kw_only=True)
class SignIn:
    """Open a session for whoever knows the password of an account.

    Every failure costs two comparisons, whatever is known of the address.  On a device that
    the account knows, its owner is not kept out by what strangers tried.
    """

    begin: Begin
    look: Look
    clock: Clock
    new_id: NewId
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
        device_key: str = "",
        origin: str = "",
    ) -> SessionKey:
        """Open a session and return what its cookie must carry.

        `device` is what the browser calls itself, shown to the owner; `device_key` a random
        value it keeps from one session to the next; `origin` the network address, without
        which no place is slowed down.

        Raises:
            WrongCredentials: no such account, or not its password.
            NotActivatedYet: the password of an attempt that waits; offer its link again.
            TooManyAttempts: for this account, or from this place.
            HasherBusy: try again in a moment.
        """
        now = self.clock.now()
        known_by = self.session_keys.fingerprint(device_key) if device_key else None
        with self.look() as readers:
            account = readers.accounts.with_email(email)
            throttle = of_sign_in(
                self.keyed_hash,
                email,
                origin=origin,
                known_device=known_device(readers, account, known_by),
            )
            throttle.check(readers.attempts, now=now)
            waiting = readers.registrations.latest(email)
        verdict = self.hasher.verify(password, account.password_hash if account else None)
        is_waiting = not verdict.is_right and self._fits(password, waiting)
        with self.begin() as work:
            throttle.hold(work.attempts, now=now)
            if account and verdict.is_right and still_stands(work, account):
                key = self.session_keys.new()
                session = Session.opened(
                    key.fingerprint,
                    family=SessionFamily(self.new_id()),
                    account=account.id,
                    at=now,
                    device=device,
                    device_key=known_by,
                    place=vicinity_of(origin),
                    is_remembered=remember,
                )
                self._warn(work, account, session)
                throttle.wipe(work.attempts)
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

    def _warn(self, work: Work, account: Account, session: Session) -> None:
        """Tell the owner that others, or they themselves, tried in vain before."""
        many, within = FAILURES_TOLD
        counter = failures_of(self.keyed_hash, account.email)
        failures = work.attempts.tally(counter.key, since=session.opened_at - within).times
        if failures >= many:
            work.record(
                SignedInAfterFailures(
                    at=session.opened_at,
                    account=str(account.id),
                    failures=failures,
                    device=session.device,
                    place=session.place,
                )
            )

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
