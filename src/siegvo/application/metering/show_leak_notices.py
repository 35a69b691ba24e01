"""A subscriber looks at what they were told of an abnormal consumption."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Look
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.leak_notice import LeakNotice


@attrs.frozen
class ShowLeakNotices:
    """Show the notices of a contract that are still news to its payer."""

    look: Look
    clock: Clock

    def __call__(self, *, holder: AccountId, contract: ContractNumber) -> tuple[LeakNotice, ...]:
        """Return them, the newest first; of a mean with predecessors in it, show nothing.

        Raises:
            ContractNotFound: `holder` is not linked to this contract.
        """
        today = self.clock.today()
        with self.look() as readers:
            tenure = readers.tenures.held_by(holder, contract)
            notices = readers.leak_notices.of(contract, tenure.payer)
        return tuple(
            each
            for each in notices
            if each.is_shown_on(today) and tenure.days.holds(each.found.last)
        )
