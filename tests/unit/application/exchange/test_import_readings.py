import pytest

from siegvo.application.exchange.bundle import Exchange
from siegvo.application.exchange.report import ImportReport
from siegvo.application.ports.cell_faults import RowWithoutEnd
from siegvo.application.ports.feeds import Rejection
from siegvo.domain.metering.events import ReadingSeen
from siegvo.domain.metering.reading import ReadingSource
from siegvo.domain.metering.sent_reading import Review, SentReading
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, NOON, an_account
from tests.support.builders.contracts import a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.feeds import Listed, Told, reading_rows
from tests.support.in_memory.world import World
from tests.support.meters import SERIAL, a_reading

SENT = RequestReference(2026, 1)


@pytest.fixture(autouse=True)
def _network(world: World) -> None:
    world.know(a_tenure(), a_meter_on())
    with world.begin() as work:
        work.accounts.add(an_account())


def _send(world: World, sent: SentReading, *, state: RequestState | None = None) -> None:
    request = a_request(sent.reference.rank)
    with world.begin() as work:
        work.requests.add(request.become(state, at=NOON) if state else request)
        work.sent_readings.add(sent)


class TestImportReadings:
    def test_keeps_readings(self, world: World, exchange: Exchange) -> None:
        feed = Listed([reading_rows(Told(2, 120)), reading_rows(Told(3, 130, on="2026-11-01"))])

        report = exchange.import_readings(feed)

        assert report == ImportReport(created=2, updated=0, unchanged=0, rejected=0)
        assert world.kept.meters.kept[SERIAL].readings == (
            a_reading(120, on="2026-10-10"),
            a_reading(130, on="2026-11-01"),
        )

    def test_knows_the_day_in_paris(self, exchange: Exchange) -> None:
        rows = reading_rows(Told(2, 120, on="2026-11-23"), Told(3, 130, on="2026-11-24"))

        report = exchange.import_readings(Listed([rows]))

        assert (report.created, report.rejected) == (1, 1)

    def test_hands_rejections_on_in_the_order_of_their_lines(self, exchange: Exchange) -> None:
        rejected: list[Rejection] = []
        unreadable = [Rejection(2, RowWithoutEnd()), Rejection(4, RowWithoutEnd())]
        feed = Listed(
            [
                reading_rows(Told(3, 1, serial="NOBODY'S"), Told(5, 120), bad=unreadable),
                reading_rows(Told(6, 999_999), bad=[Rejection(7, RowWithoutEnd())]),
            ]
        )

        report = exchange.import_readings(feed, refuse=rejected.append)

        assert [each.line for each in rejected] == [2, 3, 4, 6, 7]
        assert (report.created, report.rejected) == (1, 5)

    def test_keeps_and_closes_nothing_in_a_dry_run(self, world: World, exchange: Exchange) -> None:
        _send(world, a_sent_reading(on="2026-11-20"))
        before = world.kept
        feed = Listed([reading_rows(Told(2, 1247, on="2026-11-20"))])

        dry = exchange.import_readings(feed, dry_run=True)

        assert world.kept == before
        assert (dry.created, dry.closed) == (1, 0)


class TestARequestTheFileAnswers:
    @pytest.mark.parametrize("state", [None, RequestState.EXPORTED, RequestState.IN_PROGRESS])
    def test_is_done_and_its_author_is_told(
        self, world: World, exchange: Exchange, state: RequestState | None
    ) -> None:
        _send(world, a_sent_reading(on="2026-11-20"), state=state)

        report = exchange.import_readings(Listed([reading_rows(Told(2, 1247, on="2026-11-20"))]))

        assert report.closed == 1
        assert world.kept.requests.of(SENT).state is RequestState.DONE
        assert world.kept.sent_readings.of(SENT).seen_at == NOON
        assert world.kept.events == [ReadingSeen(at=NOON, reference=str(SENT), account=str(ALICE))]

    def test_is_done_once(self, world: World, exchange: Exchange) -> None:
        _send(world, a_sent_reading(on="2026-11-20"))
        feed = Listed([reading_rows(Told(2, 1247, on="2026-11-20"))])
        exchange.import_readings(feed)
        before = world.kept

        assert exchange.import_readings(feed).closed == 0
        assert world.kept == before

    def test_need_not_be_looked_at_by_staff_any_more(
        self, world: World, exchange: Exchange
    ) -> None:
        _send(world, a_sent_reading(on="2026-11-20", review=Review.AWAITED))

        exchange.import_readings(Listed([reading_rows(Told(2, 1247, on="2026-11-20"))]))

        assert world.kept.sent_readings.of(SENT).review is Review.ACCEPTED

    def test_stays_open_while_the_file_shows_something_else(
        self, world: World, exchange: Exchange
    ) -> None:
        _send(world, a_sent_reading(on="2026-11-20"))
        estimate = Told(2, 1247, on="2026-11-20", source=ReadingSource.ESTIMATE)

        report = exchange.import_readings(Listed([reading_rows(estimate)]))

        assert report.closed == 0
        assert world.kept.requests.of(SENT).state is RequestState.REGISTERED
