"""Where contracts, the payers they belong to, and links to them are kept."""

from typing import Protocol

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.link import Link
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.errors import NotFound


@attrs.frozen
class ContractNotFound(NotFound):
    number: ContractNumber


@attrs.frozen
class Lock:
    """A tenure's payer, and the keyed hash of the key that opens it."""

    payer: PayerCode
    key_hash: str = attrs.field(repr=False)


class Tenures(Protocol):
    def held_by(self, holder: AccountId, number: ContractNumber) -> Tenure:
        """Return the latest tenure of a contract by a payer that `holder` is linked to.

        Raises:
            ContractNotFound: it does not exist, or is not theirs.
        """

    def of_payer(self, payer: PayerCode) -> tuple[Tenure, ...]:
        """Return the latest tenure of each contract this payer has or had, by number."""

    def locks_of(self, number: ContractNumber) -> tuple[Lock, ...]:
        """Return what each payer's key of this contract must match; nothing if there is none."""


class Links(Protocol):
    def add(self, link: Link) -> bool:
        """Keep a link and say whether it is new; making it twice is making it once.

        Of two transactions that make it at the same time, one is told it is new.
        """

    def of(self, account: AccountId) -> tuple[Link, ...]:
        """Return the links of an account, the oldest first."""

    def accounts_of(self, payer: PayerCode) -> tuple[AccountId, ...]:
        """Return who is linked to a payer."""
