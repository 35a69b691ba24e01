"""A contract with all that its consumption is reckoned from."""

from typing import Protocol

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.sent_reading import SentReading


@attrs.frozen(kw_only=True)
class MeteredTenure:
    """A tenure, every meter its contract has or had, and what its holder sent.

    What lies outside the tenure's days is somebody else's: see `within_tenure`.
    `has_leak_notice` when its payer was ever told of an abnormal consumption.
    """

    tenure: Tenure
    meters: tuple[Meter, ...]
    awaited: tuple[SentReading, ...]
    has_leak_notice: bool = False


class MeteredTenures(Protocol):
    def held_by(self, holder: AccountId, number: ContractNumber) -> MeteredTenure:
        """Return what `Tenures`, `Meters` and `SentReadings` tell of it, as they order it.

        Raises:
            ContractNotFound: it does not exist, or is not theirs.
        """
