from datetime import date

import pytest

from siegvo.domain.metering.consumption import Consumption, Period, Place
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import ReadingSource
from tests.support.meters import SERIAL, a_period

AGENT, ESTIMATE = ReadingSource.AGENT, ReadingSource.ESTIMATE
SUBSCRIBER = ReadingSource.SUBSCRIBER

LAST_YEAR = a_period(46, first="2025-02-10", days=120)
THIS_YEAR = a_period(48, first="2026-02-10", days=120)


class TestAPeriod:
    def test_lasts_from_one_reading_to_the_next(self) -> None:
        period = a_period(first="2026-06-10", days=122)

        assert (period.first, period.last) == (date(2026, 6, 10), date(2026, 10, 10))
        assert period.days == 122

    def test_tells_what_closed_it(self) -> None:
        period = a_period(48, closed_by=SUBSCRIBER)

        assert period.source is SUBSCRIBER
        assert period.closing_index == MeterIndex(1048)
        assert period.closing_serial == SERIAL

    @pytest.mark.parametrize(
        ("cubic_metres", "days", "litres"),
        [(55, 122, 451), (48, 120, 400), (1, 2000, 1), (1, 2001, 0), (0, 30, 0)],
    )
    def test_is_told_in_whole_litres_a_day_a_half_rounded_up(
        self, cubic_metres: int, days: int, litres: int
    ) -> None:
        assert a_period(cubic_metres, days=days).litres_a_day == litres

    @pytest.mark.parametrize(
        ("opened_by", "closed_by", "is_estimated"),
        [
            (AGENT, SUBSCRIBER, False),
            (AGENT, ESTIMATE, True),
            (ESTIMATE, AGENT, True),
            (ESTIMATE, ESTIMATE, True),
        ],
    )
    def test_is_estimated_when_it_begins_or_ends_with_a_guess(
        self, opened_by: ReadingSource, closed_by: ReadingSource, *, is_estimated: bool
    ) -> None:
        assert a_period(opened_by=opened_by, closed_by=closed_by).is_estimated is is_estimated


class TestAPlace:
    def test_sums_up_its_periods(self) -> None:
        place = Place(serials=(SERIAL,), periods=(LAST_YEAR, THIS_YEAR))

        assert place.latest == THIS_YEAR
        assert place.cubic_metres == 94
        assert place.mean_cubic_metres_a_period == 47

    def test_rounds_half_a_cubic_metre_up_in_its_mean(self) -> None:
        place = Place(serials=(SERIAL,), periods=(a_period(1), a_period(2)))

        assert place.mean_cubic_metres_a_period == 2

    def test_has_no_figure_before_its_first_period(self) -> None:
        place = Place(serials=(SERIAL,), periods=())

        assert place.latest is None
        assert place.cubic_metres == 0
        assert place.mean_cubic_metres_a_period is None
        assert place.same_period_last_year(THIS_YEAR) is None

    def test_finds_the_same_days_a_year_earlier(self) -> None:
        place = Place(serials=(SERIAL,), periods=(LAST_YEAR, THIS_YEAR))

        assert place.same_period_last_year(THIS_YEAR) == LAST_YEAR
        assert place.same_period_last_year(LAST_YEAR) is None

    def test_forgives_three_weeks_at_each_end(self) -> None:
        close = a_period(first="2025-03-03", days=120)
        late = a_period(first="2025-03-04", days=120)
        long = a_period(first="2025-02-10", days=142)

        assert _found_among(close) == close
        assert _found_among(late) is None
        assert _found_among(long) is None

    def test_prefers_the_closest_days(self) -> None:
        near = a_period(first="2025-02-20", days=110)

        assert _found_among(near, LAST_YEAR) == LAST_YEAR


def _found_among(*earlier: Period) -> Period | None:
    return Place(serials=(SERIAL,), periods=earlier).same_period_last_year(THIS_YEAR)


class TestAConsumption:
    def test_sums_up_its_places(self) -> None:
        house = Place(serials=("OLD", "NEW"), periods=(THIS_YEAR,))
        garden = Place(serials=("GARDEN",), periods=(LAST_YEAR,))
        consumption = Consumption((house, garden))

        assert consumption.cubic_metres == 94
        assert consumption.place_of("OLD") == house
        assert consumption.place_of("GARDEN") == garden
        assert consumption.place_of("ELSEWHERE") is None
