import attrs
import pytest

from siegvo.application.exchange.bundle import Exchange
from siegvo.application.exchange.import_meters import (
    ContractUnknown,
    MeterOfAnotherContract,
    MeterOnLine,
)
from siegvo.application.exchange.report import ImportReport
from siegvo.application.ports.cell_faults import IndexBeyondDials
from siegvo.application.ports.feeds import Rejection
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.errors import DomainError
from siegvo.domain.metering.meter import Meter
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.feeds import meter_feed, meter_row, reasons
from tests.support.in_memory.world import World
from tests.support.meters import SERIAL, a_reading, showing

OTHER = ContractNumber("100214874")


@pytest.fixture(autouse=True)
def _contracts(world: World) -> None:
    world.know(a_tenure(), a_tenure(OTHER.digits))


class TestImportMeters:
    def test_keeps_meters(self, world: World, exchange: Exchange) -> None:
        removed = a_meter_on(serial="OLD", removed=showing(4321, "2020-05-05"))
        feed = meter_feed([meter_row(removed)], [meter_row(a_meter_on(), line=3)])

        report = exchange.import_meters(feed)

        assert report == ImportReport(created=2, updated=0, unchanged=0, rejected=0)
        assert world.kept.meters.kept == {"OLD": removed, SERIAL: a_meter_on()}

    def test_changes_nothing_the_second_time(self, world: World, exchange: Exchange) -> None:
        feed = meter_feed([meter_row(a_meter_on())])
        exchange.import_meters(feed)
        before = world.kept

        assert exchange.import_meters(feed).unchanged == 1
        assert world.kept == before

    def test_corrects_a_meter_and_keeps_what_it_showed(
        self, world: World, exchange: Exchange
    ) -> None:
        reading = a_reading()
        world.know(a_meter_on(CONTRACT.digits, reading))
        now = attrs.evolve(a_meter_on(), make="Itron", removed=showing(9, "2026-11-01"))

        report = exchange.import_meters(meter_feed([meter_row(now)]))

        assert report.updated == 1
        assert world.kept.meters.kept == {SERIAL: attrs.evolve(now, readings=(reading,))}

    @pytest.mark.parametrize(
        ("meter", "reason"),
        [
            (a_meter_on("999999999"), ContractUnknown(number=ContractNumber("999999999"))),
            (a_meter_on(OTHER.digits), MeterOfAnotherContract(serial=SERIAL, contract=CONTRACT)),
            (
                a_meter_on(fitted=showing(100_000, "2015-03-01")),
                IndexBeyondDials(column="index_pose", cubic_metres=100_000, dials=5),
            ),
            (
                a_meter_on(removed=showing(100_000, "2026-03-01")),
                IndexBeyondDials(column="index_depose", cubic_metres=100_000, dials=5),
            ),
        ],
    )
    def test_refuses_what_cannot_be(
        self, world: World, exchange: Exchange, meter: Meter, reason: DomainError
    ) -> None:
        world.know(a_meter_on())
        before, rejected = world.kept, list[Rejection]()

        exchange.import_meters(meter_feed([meter_row(meter)]), refuse=rejected.append)

        assert reasons(rejected) == [(2, repr(reason))]
        assert world.kept == before

    def test_refuses_a_meter_told_twice_in_different_ways(self, exchange: Exchange) -> None:
        rejected: list[Rejection] = []
        again = attrs.evolve(a_meter_on(), make="Itron")
        feed = meter_feed(
            [meter_row(a_meter_on()), meter_row(a_meter_on(), line=3)], [meter_row(again, line=4)]
        )

        report = exchange.import_meters(feed, refuse=rejected.append)

        assert report == ImportReport(created=1, updated=0, unchanged=1, rejected=1)
        assert reasons(rejected) == [(4, repr(MeterOnLine(serial=SERIAL, line=2)))]

    def test_changes_nothing_in_a_dry_run_and_says_what_it_would(
        self, world: World, exchange: Exchange
    ) -> None:
        before = world.kept
        feed = meter_feed([meter_row(a_meter_on())], [meter_row(a_meter_on("9999"), line=3)])

        dry = exchange.import_meters(feed, dry_run=True)

        assert world.kept == before
        assert attrs.evolve(dry, is_dry_run=False) == exchange.import_meters(feed)
