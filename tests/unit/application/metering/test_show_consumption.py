from datetime import date

import attrs
import pytest

from siegvo.application.metering.bundle import Metering
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.domain.contracts.category import Category
from siegvo.domain.metering.home import HomeUse, NoHomeUse
from siegvo.domain.metering.meter_index import MeterIndex
from tests.support.builders.accounts import ALICE, BOB
from tests.support.builders.contracts import CONTRACT, a_link, a_tenure
from tests.support.in_memory.world import World
from tests.support.meters import a_meter, a_reading
from tests.support.outside import Surroundings


class TestShowingConsumption:
    def test_reckons_each_period(self, metering: Metering) -> None:
        view = metering.show_consumption(holder=ALICE, contract=CONTRACT)

        (place,) = view.consumption.places
        assert [period.cubic_metres for period in place.periods] == [50, 50, 55]
        assert [period.is_estimated for period in place.periods] == [False, False, True]

    def test_shows_what_waits_to_be_seen_by_the_billing_system(self, metering: Metering) -> None:
        metering.submit_reading(
            holder=ALICE, contract=CONTRACT, index=MeterIndex(265), taken_on=date(2026, 11, 23)
        )

        view = metering.show_consumption(holder=ALICE, contract=CONTRACT)

        assert [sent.reading.index for sent in view.awaited] == [MeterIndex(265)]

    def test_tells_what_the_home_draws_between_actual_readings(self, metering: Metering) -> None:
        view = metering.show_consumption(holder=ALICE, contract=CONTRACT)

        assert view.home == HomeUse(
            first=date(2025, 10, 10), last=date(2026, 6, 10), cubic_metres=100
        )

    def test_tells_no_such_thing_of_a_business(
        self, world: World, surroundings: Surroundings
    ) -> None:
        world.know(
            attrs.evolve(a_tenure(), category=Category.BUSINESS),
            a_meter(a_reading(100, "2025-10-10"), a_reading(150, "2026-10-10")),
        )
        with world.begin() as work:
            work.links.add(a_link(ALICE))

        view = Metering.on(surroundings.around(world)).show_consumption(
            holder=ALICE, contract=CONTRACT
        )

        assert view.home is NoHomeUse.NOT_A_HOME

    def test_hides_the_readings_of_a_predecessor(
        self, world: World, surroundings: Surroundings
    ) -> None:
        world.know(
            a_tenure(since="2026-01-01"),
            a_meter(
                a_reading(5000, "2025-10-10"),
                a_reading(5100, "2026-02-10"),
                a_reading(5150, "2026-06-10"),
            ),
        )
        with world.begin() as work:
            work.links.add(a_link(ALICE))

        view = Metering.on(surroundings.around(world)).show_consumption(
            holder=ALICE, contract=CONTRACT
        )

        assert view.consumption.cubic_metres == 50
        assert all(
            reading.taken_on.year == 2026 for meter in view.meters for reading in meter.readings
        )

    def test_knows_nothing_of_other_peoples_contracts(self, metering: Metering) -> None:
        with pytest.raises(ContractNotFound):
            metering.show_consumption(holder=BOB, contract=CONTRACT)
