"""Who stands behind a cookie."""

from datetime import date
from typing import Protocol

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.session import Session
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.postal_address import PostalAddress


@attrs.frozen(kw_only=True)
class HeldContract:
    """A contract as a chooser names it; `ended_on` when it no longer runs for this payer.

    `is_debited` when an account pays its invoices, at once or by the month.
    """

    number: ContractNumber
    supply: PostalAddress
    ended_on: date | None
    is_suspended: bool = False
    is_debited: bool = False


@attrs.frozen(kw_only=True)
class Visitor:
    """Somebody signed in, and the contracts they see: those that run first, then by number."""

    session: Session
    account: AccountId
    email: EmailAddress
    contracts: tuple[HeldContract, ...]


class Visitors(Protocol):
    def behind(self, fingerprint: str) -> Visitor | None:
        """Return who holds this session, be it still alive or not; nothing if there is none."""
