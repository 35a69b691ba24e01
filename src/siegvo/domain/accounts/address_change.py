"""An account that moves from one mailbox to another."""

from datetime import datetime
from typing import NewType, Self
from uuid import UUID

import attrs

from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.email_address import EmailAddress

AddressChangeId = NewType("AddressChangeId", UUID)


@attrs.frozen
class SameAddress(Refused):
    """The account has this address already."""

    email: EmailAddress


@attrs.frozen(kw_only=True)
class AddressChange:
    """Asked at the old address, confirmed from the new one; the old one may undo it for a while."""

    id: AddressChangeId
    account: AccountId
    old: EmailAddress
    new: EmailAddress
    asked_at: datetime
    confirmed_at: datetime | None = None

    def confirmation_state(self, account: Account) -> tuple[str, ...]:
        """Return what the link that confirms depends on.

        The password is part of it: whoever chooses another one stops what an intruder asked.
        """
        return account.password_hash, account.email.key, self.old.key, self.new.key

    @property
    def cancellation_state(self) -> tuple[str, ...]:
        """Return what the link that undoes depends on: no password, an intruder may change it."""
        return self.old.key, self.new.key

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None

    def confirmed(self, at: datetime) -> Self:
        """Return it, its new mailbox having answered."""
        return attrs.evolve(self, confirmed_at=at)
