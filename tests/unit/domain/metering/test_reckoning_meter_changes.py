from datetime import date

import pytest

from siegvo.domain.kernel.day_range import DayRange
from tests.support.consumption import FEBRUARY, JUNE, OCTOBER, periods, segment, volumes
from tests.support.meters import (
    a_meter,
    a_reading,
    an_estimate,
    day,
    showing,
)


class TestTheFitting:
    def test_opens_the_first_period(self) -> None:
        meter = a_meter(JUNE, fitted=showing(1152, "2026-02-10"))

        assert volumes(meter) == [("2026-02-10", "2026-06-10", 48)]

    @pytest.mark.parametrize(("fitted", "count"), [("2025-06-09", 1), ("2025-06-08", 0)])
    def test_opens_nothing_when_no_reading_followed_within_a_year(
        self, fitted: str, count: int
    ) -> None:
        meter = a_meter(JUNE, fitted=showing(1100, fitted))

        assert len(periods(meter)) == count

    def test_opens_nothing_when_it_was_somebody_elses(self) -> None:
        meter = a_meter(JUNE, fitted=showing(1152, "2026-02-10"))

        assert periods(meter, window=DayRange(day("2026-02-11"))) == ()

    def test_is_worth_more_than_an_estimate_of_that_day(self) -> None:
        meter = a_meter(
            an_estimate(1210, "2026-06-10"), OCTOBER, fitted=showing(1200, "2026-06-10")
        )

        (period,) = periods(meter)

        assert (period.cubic_metres, period.is_estimated) == (55, False)

    def test_is_no_reading_in_the_middle(self) -> None:
        meter = a_meter(JUNE, OCTOBER, fitted=showing(1200, "2026-06-10"))

        assert volumes(meter) == [("2026-06-10", "2026-10-10", 55)]


class TestAChangeOfMeter:
    def test_adds_up_what_both_meters_counted(self) -> None:
        old = a_meter(
            a_reading(3214, "2025-02-10"), serial="OLD", removed=showing(3228, "2025-03-18")
        )
        new = a_meter(a_reading(32, "2025-06-10"), serial="NEW", fitted=showing(0, "2025-03-18"))

        (period,) = periods(new, old)

        assert period.cubic_metres == 46
        assert period.segments == (segment("OLD", 3214, 3228, 14), segment("NEW", 0, 32, 32))
        assert period.changed_on == date(2025, 3, 18)
        assert period.closing_serial == "NEW"

    def test_may_follow_a_rollover(self) -> None:
        old = a_meter(
            a_reading(9978, "2022-02-10"),
            serial="OLD",
            dials=4,
            removed=showing(23, "2022-07-10"),
        )
        new = a_meter(a_reading(39, "2022-10-10"), serial="NEW", fitted=showing(0, "2022-07-10"))

        (period,) = periods(old, new)

        assert [each.cubic_metres for each in period.segments] == [45, 39]

    def test_may_happen_twice_between_two_readings(self) -> None:
        old = a_meter(JUNE, serial="OLD", removed=showing(1210, "2026-07-01"))
        short = a_meter(
            serial="SHORT",
            fitted=showing(5, "2026-07-01"),
            removed=showing(25, "2026-08-01"),
        )
        new = a_meter(a_reading(30, "2026-10-10"), serial="NEW", fitted=showing(0, "2026-08-01"))

        (period,) = periods(old, short, new)

        assert [each.cubic_metres for each in period.segments] == [10, 20, 30]
        assert period.changed_on == date(2026, 8, 1)

    def test_leaves_no_empty_segment_when_the_old_meter_was_read_as_it_went(self) -> None:
        old = a_meter(FEBRUARY, JUNE, serial="OLD", removed=showing(1200, "2026-06-10"))
        new = a_meter(a_reading(55, "2026-10-10"), serial="NEW", fitted=showing(0, "2026-06-10"))

        _, period = periods(old, new)

        assert period.segments == (segment("NEW", 0, 55, 55),)
        assert period.changed_on == date(2026, 6, 10)

    def test_tells_that_the_old_meter_stood_still_until_it_went(self) -> None:
        old = a_meter(JUNE, serial="OLD", removed=showing(1200, "2026-06-27"))
        new = a_meter(a_reading(28, "2026-10-10"), serial="NEW", fitted=showing(0, "2026-06-27"))

        (period,) = periods(old, new)

        assert period.segments == (segment("OLD", 1200, 1200, 0), segment("NEW", 0, 28, 28))

    def test_may_be_read_on_both_meters_that_day(self) -> None:
        old = a_meter(FEBRUARY, JUNE, serial="OLD", removed=showing(1201, "2026-06-10"))
        new = a_meter(
            a_reading(0, "2026-06-10"),
            a_reading(55, "2026-10-10"),
            serial="NEW",
            fitted=showing(0, "2026-06-10"),
        )

        assert volumes(old, new) == [
            ("2026-02-10", "2026-06-10", 49),
            ("2026-06-10", "2026-10-10", 55),
        ]

    def test_in_the_window_lets_the_new_meter_open_the_first_period(self) -> None:
        old = a_meter(FEBRUARY, serial="OLD", removed=showing(1180, "2026-05-01"))
        new = a_meter(JUNE, serial="NEW", fitted=showing(1152, "2026-05-01"))

        (period,) = periods(old, new, window=DayRange(day("2026-03-01")))

        assert (period.first, period.cubic_metres) == (date(2026, 5, 1), 48)


class TestTheRemoval:
    def test_closes_the_last_period(self) -> None:
        meter = a_meter(FEBRUARY, removed=showing(1200, "2026-06-10"))

        assert volumes(meter) == [("2026-02-10", "2026-06-10", 48)]

    def test_closes_it_until_the_new_meter_is_read(self) -> None:
        old = a_meter(FEBRUARY, serial="OLD", removed=showing(1200, "2026-06-10"))
        unread = a_meter(serial="NEW", fitted=showing(0, "2026-06-10"))

        assert volumes(old, unread) == [("2026-02-10", "2026-06-10", 48)]

    def test_closes_what_the_fitting_opened(self) -> None:
        meter = a_meter(fitted=showing(0, "2026-02-10"), removed=showing(48, "2026-06-10"))

        assert volumes(meter) == [("2026-02-10", "2026-06-10", 48)]

    def test_closes_nothing_on_the_day_of_the_last_reading(self) -> None:
        meter = a_meter(FEBRUARY, JUNE, removed=showing(1200, "2026-06-10"))

        assert volumes(meter) == [("2026-02-10", "2026-06-10", 48)]

    def test_below_the_last_reading_is_a_rollover(self) -> None:
        meter = a_meter(a_reading(9978, "2026-02-10"), dials=4, removed=showing(23, "2026-06-10"))

        assert volumes(meter) == [("2026-02-10", "2026-06-10", 45)]
