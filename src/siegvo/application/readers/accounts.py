"""What staff see of the accounts."""

from datetime import datetime
from typing import Protocol

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen(kw_only=True)
class AccountLine:
    """An account in a list; `seen_at` tells nothing once its sessions are over."""

    email: EmailAddress
    activated_at: datetime
    seen_at: datetime | None
    payers: int


@attrs.frozen(kw_only=True)
class AccountCard:
    """An account from close by: whom it is linked to, and what is under way.

    `moving_to` is the address it would like to have, until its mailbox has answered.
    """

    id: AccountId
    email: EmailAddress
    activated_at: datetime
    seen_at: datetime | None
    sessions: int
    payers: tuple[PayerCode, ...]
    open_requests: tuple[str, ...]
    moving_to: EmailAddress | None


class AccountLists(Protocol):
    def all(self) -> tuple[AccountLine, ...]:
        """Return every account, in the order of addresses."""

    def words_of(self, account: AccountId) -> tuple[str, ...]:
        """Return the words a household is known by: its names, its streets, its contracts."""

    def of(self, email: EmailAddress) -> AccountCard:
        """Return the account of a mailbox.

        Raises:
            AccountNotFound: it has none.
        """
