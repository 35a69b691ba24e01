"""What pages and staff see of links."""

from datetime import datetime
from typing import Protocol

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.doubt import Doubt
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen(kw_only=True)
class WaitingLink:
    """A link that waits for staff, or that its owner disputes.

    `contracts` and `accounts` count those of the payer today, the asker's among them once linked.
    """

    reference: RequestReference
    asked_at: datetime
    doubt: Doubt
    email: EmailAddress
    contract: ContractNumber
    payer: PayerCode
    payer_name: str
    contracts: int
    accounts: int


@attrs.frozen(kw_only=True)
class SharedPayer:
    """A payer an account is linked to, and how many `others` are; `dispute` if it says so."""

    payer: PayerCode
    name: str
    contracts: int
    linked_at: datetime
    others: int
    dispute: RequestReference | None


class LinkLists(Protocol):
    def waiting(self) -> tuple[WaitingLink, ...]:
        """Return what waits for staff, the oldest first; without an account, nothing does."""

    def shared(self, account: AccountId) -> tuple[SharedPayer, ...]:
        """Return the payers an account is linked to, by name."""

    def mailboxes(self, payer: PayerCode) -> tuple[EmailAddress, ...]:
        """Return the addresses of those linked to a payer, in the order they were linked."""
