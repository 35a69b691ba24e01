"""Where contracts, the payers they belong to, and links to them are kept."""

from typing import Protocol

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.link import Link
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.errors import NotFound
from siegvo.domain.policy import KEY_ENOUGH_BITS


@attrs.frozen
class ContractNotFound(NotFound):
    number: ContractNumber


@attrs.frozen
class PayerNotLinked(NotFound):
    """The account sees nothing of this payer."""

    payer: PayerCode


@attrs.frozen
class Lock:
    """A tenure's payer, and the keyed hash of the key that opens it; how strong that key is."""

    payer: PayerCode
    key_hash: str = attrs.field(repr=False)
    key_bits: int = KEY_ENOUGH_BITS


class Tenures(Protocol):
    def held_by(self, holder: AccountId, number: ContractNumber) -> Tenure:
        """Return the latest tenure of a contract by a payer that `holder` is linked to.

        Raises:
            ContractNotFound: it does not exist, or is not theirs.
        """

    def of_payer(self, payer: PayerCode) -> tuple[Tenure, ...]:
        """Return the latest tenure of each contract this payer has or had, by number."""

    def renew_key(
        self, number: ContractNumber, payer: PayerCode, *, key_hash: str, key_bits: int
    ) -> None:
        """Put another key on a payer's tenures of a contract.

        Those they had open nothing any more, even if a file brings them back.
        """

    def locks_of(self, number: ContractNumber) -> tuple[Lock, ...]:
        """Return what each payer's key of this contract must match; nothing if there is none."""


class Links(Protocol):
    def add(self, link: Link) -> bool:
        """Keep a link and say whether it is new; making it twice is making it once.

        Of two transactions that make it at the same time, one is told it is new.
        """

    def hold(self, payer: PayerCode) -> None:
        """Let no other transaction that holds this payer go on until this one ends."""

    def remove(self, account: AccountId, payer: PayerCode) -> Link:
        """Undo a link, and return it.

        Raises:
            PayerNotLinked: there is none.
        """

    def of(self, account: AccountId) -> tuple[Link, ...]:
        """Return the links of an account, the oldest first."""

    def forget(self, account: AccountId) -> None:
        """Undo every link of an account."""

    def accounts_of(self, payer: PayerCode) -> tuple[AccountId, ...]:
        """Return who is linked to a payer."""
