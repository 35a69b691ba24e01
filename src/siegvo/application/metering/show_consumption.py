"""A subscriber looks at what they drew."""

import attrs

from siegvo.application.metering.within_tenure import within_tenure
from siegvo.application.ports.work import Glance
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.metering.consumption import Consumption
from siegvo.domain.metering.home import HomeUse, NoHomeUse, home_use
from siegvo.domain.metering.leak_notice import LeakNotice
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.reckoning import reckon_consumption
from siegvo.domain.metering.sent_reading import SentReading


@attrs.frozen(kw_only=True)
class ConsumptionView:
    """A contract's consumption, the meters that measured it, and what waits to be shown.

    Volumes are whole m3, daily ones whole litres; days are those of Paris.  `leaks` are the
    notices of abnormal consumption, the newest first, those no longer shown included.
    """

    tenure: Tenure
    meters: tuple[Meter, ...]
    consumption: Consumption
    awaited: tuple[SentReading, ...]
    leaks: tuple[LeakNotice, ...] = ()

    @property
    def home(self) -> HomeUse | NoHomeUse:
        """What the home drew over its last known year, or why that cannot be said.

        `HomeUse.litres_a_person` shares it among those who live there.
        """
        return home_use(self.consumption, category=self.tenure.category)


@attrs.frozen
class ShowConsumption:
    """Show what was drawn under a contract in its payer's own days."""

    glance: Glance

    def __call__(self, *, holder: AccountId, contract: ContractNumber) -> ConsumptionView:
        """Reckon it from the readings; volumes are whole m3.

        Raises:
            ContractNotFound: `holder` is not linked to this contract.
        """
        with self.glance() as readers:
            known = readers.metered_tenures.held_by(holder, contract)
        days, meters = known.tenure.days, within_tenure(known.meters, known.tenure)
        return ConsumptionView(
            tenure=known.tenure,
            meters=meters,
            consumption=reckon_consumption(meters, window=days),
            awaited=tuple(each for each in known.awaited if days.holds(each.reading.taken_on)),
            leaks=self._told_of(known.tenure) if known.has_leak_notice else (),
        )

    def _told_of(self, tenure: Tenure) -> tuple[LeakNotice, ...]:
        with self.glance() as readers:
            told = readers.leak_notices.of(tenure.contract, tenure.payer)
        return tuple(each for each in told if tenure.days.holds(each.found.last))
