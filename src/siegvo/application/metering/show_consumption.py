"""A subscriber looks at what they drew."""

import attrs

from siegvo.application.metering.within_tenure import within_tenure
from siegvo.application.ports.work import Look
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.metering.consumption import Consumption
from siegvo.domain.metering.home import HomeUse, NoHomeUse, home_use
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.reckoning import reckon_consumption
from siegvo.domain.metering.sent_reading import SentReading


@attrs.frozen(kw_only=True)
class ConsumptionView:
    """A contract's consumption, the meters that measured it, and what waits to be shown.

    Volumes are whole m3, daily ones whole litres; days are those of Paris.
    """

    tenure: Tenure
    meters: tuple[Meter, ...]
    consumption: Consumption
    awaited: tuple[SentReading, ...]

    @property
    def home(self) -> HomeUse | NoHomeUse:
        """What the home drew over its last known year, or why that cannot be said.

        `HomeUse.litres_a_person` shares it among those who live there.
        """
        return home_use(self.consumption, category=self.tenure.category)


@attrs.frozen
class ShowConsumption:
    """Show what was drawn under a contract in its payer's own days."""

    look: Look

    def __call__(self, *, holder: AccountId, contract: ContractNumber) -> ConsumptionView:
        """Reckon it from the readings; volumes are whole m3.

        Raises:
            ContractNotFound: `holder` is not linked to this contract.
        """
        with self.look() as readers:
            tenure = readers.tenures.held_by(holder, contract)
            meters = within_tenure(readers.meters.serving(contract), tenure)
            awaited = tuple(
                sent
                for sent in readers.sent_readings.awaited_by(holder, contract)
                if tenure.days.holds(sent.reading.taken_on)
            )
        return ConsumptionView(
            tenure=tenure,
            meters=meters,
            consumption=reckon_consumption(meters, window=tenure.days),
            awaited=awaited,
        )
