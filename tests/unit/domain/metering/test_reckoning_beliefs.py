from datetime import date

import pytest

from tests.support.consumption import FEBRUARY, JUNE, OCTOBER, periods, volumes
from tests.support.meters import (
    a_meter,
    a_reading,
    an_estimate,
    from_subscriber,
    showing,
)


class TestAnEstimate:
    def test_closes_and_opens_a_period_until_it_is_proved_wrong(self) -> None:
        before, after = periods(a_meter(FEBRUARY, an_estimate(1200, "2026-06-10"), OCTOBER))

        assert before.is_estimated
        assert after.is_estimated
        assert after.cubic_metres == 55

    def test_is_dropped_when_a_later_actual_reading_is_lower(self) -> None:
        meter = a_meter(FEBRUARY, an_estimate(1300, "2026-06-10"), OCTOBER)

        (period,) = periods(meter)

        assert (period.first, period.last) == (date(2026, 2, 10), date(2026, 10, 10))
        assert period.cubic_metres == 103
        assert not period.is_estimated

    def test_is_dropped_with_all_those_that_followed_its_error(self) -> None:
        meter = a_meter(
            FEBRUARY,
            an_estimate(1300, "2026-04-10"),
            an_estimate(1350, "2026-06-10"),
            OCTOBER,
        )

        assert volumes(meter) == [("2026-02-10", "2026-10-10", 103)]

    def test_is_kept_when_a_rollover_explains_the_lower_reading(self) -> None:
        meter = a_meter(
            a_reading(9930, "2026-02-10"),
            an_estimate(9978, "2026-06-10"),
            a_reading(23, "2026-10-10"),
            dials=4,
        )

        assert [each.cubic_metres for each in periods(meter)] == [48, 45]

    def test_is_dropped_when_it_went_through_zero_too_soon(self) -> None:
        meter = a_meter(
            a_reading(9930, "2026-02-10"),
            an_estimate(10, "2026-06-10"),
            a_reading(9990, "2026-10-10"),
            dials=4,
        )

        assert volumes(meter) == [("2026-02-10", "2026-10-10", 60)]

    def test_is_dropped_when_it_lies_behind_what_was_known_before(self) -> None:
        meter = a_meter(FEBRUARY, an_estimate(1100, "2026-06-10"), OCTOBER)

        assert volumes(meter) == [("2026-02-10", "2026-10-10", 103)]

    def test_is_dropped_when_the_meter_is_removed_below_it(self) -> None:
        meter = a_meter(
            FEBRUARY, an_estimate(1300, "2026-06-10"), removed=showing(1255, "2026-10-10")
        )

        assert volumes(meter) == [("2026-02-10", "2026-10-10", 103)]


class TestReadingsThatDisagree:
    def test_leave_the_word_to_the_agent_rather_than_the_subscriber(self) -> None:
        meter = a_meter(FEBRUARY, from_subscriber(1300, "2026-06-10"), OCTOBER)

        assert volumes(meter) == [("2026-02-10", "2026-10-10", 103)]

    def test_make_no_period_when_they_are_equally_good(self) -> None:
        meter = a_meter(
            FEBRUARY, a_reading(1300, "2026-06-10"), OCTOBER, a_reading(1300, "2026-11-20")
        )

        assert volumes(meter) == [
            ("2026-02-10", "2026-06-10", 148),
            ("2026-10-10", "2026-11-20", 45),
        ]

    @pytest.mark.parametrize("slip", ["2014-12-31", "2026-06-11"])
    def test_are_ignored_when_the_meter_was_not_there(self, slip: str) -> None:
        meter = a_meter(a_reading(1190, slip), FEBRUARY, JUNE, removed=showing(1200, "2026-06-10"))

        assert volumes(meter) == [("2026-02-10", "2026-06-10", 48)]
