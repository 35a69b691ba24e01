"""The account of a person who proved they read a mailbox."""

from datetime import datetime
from typing import Self

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.registration import Registration
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen(kw_only=True)
class Account:
    """Opens the portal; what it sees there depends on the payers it is linked to."""

    id: AccountId
    email: EmailAddress
    password_hash: str = attrs.field(repr=False)
    activated_at: datetime
    version: int = 0

    @classmethod
    def activated(cls, registration: Registration, *, account_id: AccountId, at: datetime) -> Self:
        """Return the account that `registration` asked for."""
        return cls(
            id=account_id,
            email=registration.email,
            password_hash=registration.password_hash,
            activated_at=at,
        )

    @property
    def reset_state(self) -> tuple[str, ...]:
        """Return what a link to choose another password depends on: it dies when this changes."""
        return self.password_hash, self.email.key

    def with_hash(self, password_hash: str) -> Self:
        """Return this account, its password hashed anew."""
        return attrs.evolve(self, password_hash=password_hash)

    def at(self, email: EmailAddress) -> Self:
        """Return this account, moved to another mailbox."""
        return attrs.evolve(self, email=email)

    def without_password(self, mark: str) -> Self:
        """Return this account, opened by no password until its mailbox chooses one.

        `mark` makes it unlike any state it was in before: older links stay dead.
        """
        return attrs.evolve(self, password_hash=f"!{mark}")
