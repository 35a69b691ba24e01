"""Who a contract is, or was, and where letters to them go: what papers say."""

from typing import Protocol

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.postal_address import PostalAddress


@attrs.frozen(kw_only=True)
class NamedTenure:
    """A tenure, with the name and the address of its payer."""

    tenure: Tenure
    payer_name: str
    payer_address: PostalAddress


class NamedTenures(Protocol):
    def held_by(self, holder: AccountId, number: ContractNumber) -> NamedTenure:
        """Return the latest tenure of a contract by a payer that `holder` is linked to.

        Raises:
            ContractNotFound: it does not exist, or is not theirs.
        """

    def of(self, number: ContractNumber) -> tuple[NamedTenure, ...]:
        """Return every tenure of a contract, of whichever payer, the oldest first."""
