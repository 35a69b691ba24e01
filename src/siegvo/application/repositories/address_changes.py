"""Where accounts that move to another mailbox are kept."""

from datetime import datetime
from typing import Protocol

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.address_change import AddressChange, AddressChangeId
from siegvo.domain.errors import NotFound


@attrs.frozen
class AddressChangeNotFound(NotFound):
    """It was undone, replaced by another, forgotten, or never asked."""


class AddressChanges(Protocol):
    def add(self, change: AddressChange) -> None:
        """Keep a change; those of its account that nobody confirmed are dropped."""

    def of(self, change: AddressChangeId) -> AddressChange:
        """Return one change.

        Raises:
            AddressChangeNotFound: there is none, or no longer.
        """

    def save(self, change: AddressChange) -> None:
        """Keep that it is confirmed.

        Raises:
            AddressChangeNotFound: it was dropped meanwhile.
        """

    def forget(self, account: AccountId) -> None:
        """Drop every change of this account."""

    def forget_older_than(self, moment: datetime) -> int:
        """Drop those asked before `moment`; return how many."""
