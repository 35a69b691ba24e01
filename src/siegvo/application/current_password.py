"""The password of an account, asked again of whoever is signed in."""

from typing import Self

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.outside import Outside
from siegvo.application.ports.passwords import Hasher
from siegvo.application.ports.work import Begin, Look
from siegvo.application.repositories.audit import Entry
from siegvo.application.throttle import Counter, Throttle
from siegvo.domain.accounts import brakes
from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.credentials import WrongPassword
from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen(kw_only=True)
class CurrentPassword:
    """What serious changes begin with: an open session alone does not allow them."""

    begin: Begin
    look: Look
    clock: Clock
    hasher: Hasher
    keyed_hash: KeyedHash

    @classmethod
    def on(cls, outside: Outside) -> Self:
        return cls(
            begin=outside.begin,
            look=outside.look,
            clock=outside.clock,
            hasher=outside.hasher,
            keyed_hash=outside.keyed_hash,
        )

    def check(self, account: AccountId, password: Password, *, origin: str) -> Account:
        """Return the account as it stood when its password was given.

        Raises:
            AccountNotFound: it is gone.
            WrongPassword: not its password.
            TooManyAttempts: too many wrong ones, by whoever is signed in.
            HasherBusy: try again in a moment.
        """
        now = self.clock.now()
        throttle = Throttle((proofs_of(self.keyed_hash, account),))
        with self.look() as readers:
            throttle.check(readers.attempts, now=now)
            found = readers.accounts.of(account)
        verdict = self.hasher.verify(password, found.password_hash)
        with self.begin() as work:
            throttle.hold(work.attempts, now=now)
            if verdict.is_right:
                throttle.wipe(work.attempts)
                return found
            throttle.count(work.attempts, at=now)
            work.audit.add(
                Entry(
                    at=now,
                    actor=Actor.subscriber(account),
                    gesture=Gesture.PROOF_FAILED,
                    subject=str(account),
                    origin=origin,
                )
            )
        raise WrongPassword


def proofs_of(keyed_hash: KeyedHash, account: AccountId) -> Counter:
    """Return what a wrong password of somebody signed in is counted under."""
    return Counter(
        key=keyed_hash.of("attempt", "prove", str(account)),
        brakes=brakes.PROOFS_OF_ACCOUNT,
        is_wiped=True,
    )
