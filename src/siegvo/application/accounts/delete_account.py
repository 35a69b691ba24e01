"""Somebody wants no account any more."""

import attrs

from siegvo.application.accounts.erasure import erase
from siegvo.application.current_password import CurrentPassword
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.accounts import AccountChangedMeanwhile
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.actor import Actor


@attrs.frozen(kw_only=True)
class DeleteAccount:
    """Close the portal to an account; its contracts, at the billing service, go on."""

    begin: Begin
    clock: Clock
    keyed_hash: KeyedHash
    current_password: CurrentPassword

    def __call__(self, *, account: AccountId, password: Password, origin: str = "") -> None:
        """Erase the account, and have its mailbox told goodbye.

        Raises:
            WrongPassword: not the password of the account.
            AccountChangedMeanwhile: somebody else changed it at the same moment.
            TooManyAttempts: too many wrong passwords.
            HasherBusy: try again in a moment.
        """
        found = self.current_password.check(account, password, origin=origin)
        with self.begin() as work:
            held = work.accounts.hold(account)
            if held.reset_state != found.reset_state:
                raise AccountChangedMeanwhile
            erase(
                work,
                held,
                at=self.clock.now(),
                actor=Actor.subscriber(account),
                keyed_hash=self.keyed_hash,
                origin=origin,
            )
