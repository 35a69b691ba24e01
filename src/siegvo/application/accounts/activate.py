"""Somebody opens the link in the activation mail."""

import attrs

from siegvo.application.accounts.activation import open_account
from siegvo.application.accounts.activation_links import attempt_behind
from siegvo.application.accounts.throttles import of_activation
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.ids import NewId
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.passwords import Hasher
from siegvo.application.ports.tokens import Tokens
from siegvo.application.ports.work import Begin, Look
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.credentials import WrongPasswordForRegistration
from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen(kw_only=True)
class Activate:
    """Open the account an attempt asked for.

    The link proves the mailbox, the password proves the attempt: whoever registers an
    address that is not theirs gets nothing from its owner's click.
    """

    begin: Begin
    look: Look
    clock: Clock
    new_id: NewId
    hasher: Hasher
    keyed_hash: KeyedHash
    tokens: Tokens

    def __call__(self, *, token: str, password: Password, origin: str = "") -> AccountId:
        """Open the account and return it; every other attempt of its mailbox is dropped.

        Raises:
            NoSuchLink: not a link of ours.
            LinkExpired: ask for another one.
            RegistrationNotFound: the link has been used, or its attempt was dropped.
            RegistrationLapsed: the attempt has waited for more than seven days.
            WrongPasswordForRegistration: not the password of this attempt.
            AddressTaken: the mailbox has an account already.
            TooManyAttempts: too many wrong passwords.
            HasherBusy: try again in a moment.
        """
        now = self.clock.now()
        wanted = attempt_behind(token, tokens=self.tokens)
        throttle = of_activation(self.keyed_hash, wanted, origin=origin)
        with self.look() as readers:
            throttle.check(readers.attempts, now=now)
            registration = readers.registrations.of(wanted)
        registration.check_alive(now)
        verdict = self.hasher.verify(password, registration.password_hash)
        with self.begin() as work:
            throttle.hold(work.attempts, now=now)
            if verdict.is_right:
                account = Account.activated(
                    work.registrations.of(wanted), account_id=AccountId(self.new_id()), at=now
                )
                account = account.with_hash(verdict.fresher_hash or account.password_hash)
                actor = Actor.subscriber(account.id)
                open_account(work, account, at=now, actor=actor, origin=origin)
                throttle.wipe(work.attempts)
                return account.id
            throttle.count(work.attempts, at=now)
            work.audit.add(
                Entry(
                    at=now,
                    actor=Actor.stranger(),
                    gesture=Gesture.ACTIVATION_FAILED,
                    subject=str(wanted),
                    origin=origin,
                )
            )
        raise WrongPasswordForRegistration
