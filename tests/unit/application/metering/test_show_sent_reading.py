from datetime import date

import pytest

from siegvo.application.metering.bundle import Metering
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.accounts import ALICE, BOB
from tests.support.builders.contracts import CONTRACT, a_link, a_tenure
from tests.support.in_memory.world import World

OTHER = ContractNumber("100214874")


@pytest.fixture
def reference(metering: Metering) -> RequestReference:
    return metering.submit_reading(
        holder=ALICE, contract=CONTRACT, index=MeterIndex(265), taken_on=date(2026, 11, 23)
    )


class TestASentReading:
    def test_is_shown_to_who_sent_it(self, metering: Metering, reference: RequestReference) -> None:
        view = metering.show_sent_reading(holder=ALICE, contract=CONTRACT, reference=reference)

        assert view.sent.reading.index == MeterIndex(265)

    def test_is_shown_to_nobody_else(
        self, network: World, metering: Metering, reference: RequestReference
    ) -> None:
        with network.begin() as work:
            work.links.add(a_link(BOB))

        with pytest.raises(RequestNotFound):
            metering.show_sent_reading(holder=BOB, contract=CONTRACT, reference=reference)

    def test_is_not_there_under_another_contract_of_the_same_payer(
        self, network: World, metering: Metering, reference: RequestReference
    ) -> None:
        network.know(a_tenure(OTHER.digits))

        with pytest.raises(RequestNotFound):
            metering.show_sent_reading(holder=ALICE, contract=OTHER, reference=reference)
