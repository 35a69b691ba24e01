"""A subscriber looks at their contract."""

import attrs

from siegvo.application.ports.work import Glance
from siegvo.application.readers.contracts import ContractSheet
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber


@attrs.frozen
class ShowDashboard:
    """Show a subscriber one of the contracts they see."""

    glance: Glance

    def __call__(self, *, holder: AccountId, contract: ContractNumber) -> ContractSheet:
        """Return its sheet (whole m3, days in Paris).

        Raises:
            ContractNotFound: `holder` is not linked to a payer of this contract.
        """
        with self.glance() as readers:
            return readers.contract_sheets.held_by(holder, contract)
