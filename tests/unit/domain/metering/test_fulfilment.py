import pytest

from siegvo.domain.metering.fulfilment import is_shown_by
from siegvo.domain.metering.reading import ReadingSource
from siegvo.domain.metering.sent_reading import Review
from tests.support.builders.requests import a_sent_reading
from tests.support.meters import a_reading

SENT = a_sent_reading(index=1247, on="2026-11-22")
AWAITED = a_sent_reading(index=1247, on="2026-11-22", review=Review.AWAITED)


class TestWhatWasSent:
    @pytest.mark.parametrize("source", [each for each in ReadingSource if each.is_actual])
    @pytest.mark.parametrize("index", [1247, 1250])
    def test_is_shown_by_what_somebody_read_the_same_day(
        self, source: ReadingSource, index: int
    ) -> None:
        assert is_shown_by(SENT, a_reading(index, on="2026-11-22", source=source))

    def test_is_shown_by_no_estimate(self) -> None:
        estimate = a_reading(1247, on="2026-11-22", source=ReadingSource.ESTIMATE)

        assert not is_shown_by(SENT, estimate)

    @pytest.mark.parametrize("day", ["2026-11-19", "2026-11-25"])
    def test_is_shown_by_the_same_index_three_days_off(self, day: str) -> None:
        assert is_shown_by(SENT, a_reading(1247, on=day, source=ReadingSource.SUBSCRIBER))

    @pytest.mark.parametrize("day", ["2026-11-18", "2026-11-26"])
    def test_is_not_shown_four_days_off(self, day: str) -> None:
        assert not is_shown_by(SENT, a_reading(1247, on=day, source=ReadingSource.SUBSCRIBER))

    def test_is_not_shown_by_another_index_of_a_day_nearby(self) -> None:
        near = a_reading(1248, on="2026-11-23", source=ReadingSource.SUBSCRIBER)

        assert not is_shown_by(SENT, near)

    def test_is_not_shown_by_what_an_agent_read_on_a_day_nearby(self) -> None:
        near = a_reading(1247, on="2026-11-23", source=ReadingSource.AGENT)

        assert not is_shown_by(SENT, near)

    def test_is_shown_before_staff_accept_it_by_the_very_same_index_only(self) -> None:
        assert is_shown_by(AWAITED, a_reading(1247, on="2026-11-22"))
        assert not is_shown_by(AWAITED, a_reading(1250, on="2026-11-22"))
