"""An account that may see the contracts of a payer."""

from datetime import datetime

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.errors import Refused


@attrs.frozen
class LinkRefused(Refused):
    """No such contract, or not its key: one answer for both, so that nobody learns which."""


@attrs.frozen(kw_only=True)
class Link:
    """Proved once, with one contract and its key; opens every contract of the payer."""

    account: AccountId
    payer: PayerCode
    proved_by: ContractNumber
    linked_at: datetime
