from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.metering.reckoning import reckon_consumption
from tests.support.consumption import FEBRUARY, JUNE, OCTOBER, periods, segment, volumes
from tests.support.meters import ALWAYS, a_meter, a_reading, an_estimate, day, showing


class TestAPeriod:
    def test_runs_from_each_reading_to_the_next(self) -> None:
        assert volumes(a_meter(FEBRUARY, JUNE, OCTOBER)) == [
            ("2026-02-10", "2026-06-10", 48),
            ("2026-06-10", "2026-10-10", 55),
        ]

    def test_needs_two_readings(self) -> None:
        assert periods(a_meter(JUNE)) == ()
        assert periods(a_meter()) == ()

    def test_counts_on_through_zero(self) -> None:
        meter = a_meter(a_reading(9978, "2026-02-10"), a_reading(23, "2026-06-10"), dials=4)

        (period,) = periods(meter)

        assert period.segments == (segment(meter.serial, 9978, 23, 45),)

    def test_may_count_more_than_half_a_turn(self) -> None:
        meter = a_meter(a_reading(1000, "2026-02-10"), a_reading(7000, "2026-06-10"), dials=4)

        assert volumes(meter) == [("2026-02-10", "2026-06-10", 6000)]

    def test_may_be_dry(self) -> None:
        assert volumes(a_meter(JUNE, a_reading(1200, "2026-10-10"))) == [
            ("2026-06-10", "2026-10-10", 0)
        ]


class TestTwoReadingsOfOneDay:
    def test_make_no_period(self) -> None:
        twice = a_meter(FEBRUARY, JUNE, a_reading(1201, "2026-06-10"), OCTOBER)

        assert volumes(twice) == [
            ("2026-02-10", "2026-06-10", 49),
            ("2026-06-10", "2026-10-10", 54),
        ]

    def test_leave_the_word_to_the_actual_one(self) -> None:
        twice = a_meter(FEBRUARY, JUNE, an_estimate(1210, "2026-06-10"))

        assert volumes(twice) == [("2026-02-10", "2026-06-10", 48)]


class TestTheWindow:
    METER = a_meter(FEBRUARY, JUNE, OCTOBER)

    def test_holds_its_first_and_its_last_day(self) -> None:
        window = DayRange(day("2026-02-10"), day("2026-06-10"))

        assert volumes(self.METER, window=window) == [("2026-02-10", "2026-06-10", 48)]

    def test_hides_what_the_predecessor_drew(self) -> None:
        window = DayRange(day("2026-02-11"))

        assert volumes(self.METER, window=window) == [("2026-06-10", "2026-10-10", 55)]

    def test_hides_what_the_successor_drew(self) -> None:
        window = DayRange(day("2026-02-10"), day("2026-10-09"))

        assert volumes(self.METER, window=window) == [("2026-02-10", "2026-06-10", 48)]

    def test_hides_meters_that_stood_at_other_times(self) -> None:
        before = a_meter(serial="BEFORE", removed=showing(1152, "2026-02-09"))
        during = a_meter(JUNE, serial="DURING", fitted=showing(0, "2026-02-09"))
        after = a_meter(serial="AFTER", fitted=showing(0, "2026-10-11"))

        window = DayRange(day("2026-02-10"), day("2026-10-10"))
        (place,) = reckon_consumption([before, during, after], window=window).places

        assert place.serials == ("DURING",)

    def test_shows_the_meters_that_left_or_came_on_its_first_or_last_day(self) -> None:
        left = a_meter(serial="LEFT", removed=showing(1152, "2026-02-10"))
        came = a_meter(serial="CAME", fitted=showing(0, "2026-10-10"))

        window = DayRange(day("2026-02-10"), day("2026-10-10"))
        consumption = reckon_consumption([left, came], window=window)

        assert [place.serials for place in consumption.places] == [("LEFT",), ("CAME",)]

    def test_does_not_let_a_hidden_reading_judge_an_estimate(self) -> None:
        estimate = an_estimate(1100, "2026-03-10")
        meter = a_meter(FEBRUARY, estimate, JUNE)

        (period,) = periods(meter, window=DayRange(day("2026-02-11")))

        assert period.opening == estimate


class TestAContractWithSeveralPlaces:
    def test_tells_each_apart(self) -> None:
        house = a_meter(FEBRUARY, JUNE, serial="HOUSE", fitted=showing(0, "2015-03-01"))
        garden = a_meter(
            a_reading(10, "2026-02-10"),
            a_reading(40, "2026-06-10"),
            serial="GARDEN",
            fitted=showing(0, "2016-04-01"),
        )

        consumption = reckon_consumption([garden, house], window=ALWAYS)

        assert [place.serials for place in consumption.places] == [("HOUSE",), ("GARDEN",)]
        assert [place.cubic_metres for place in consumption.places] == [48, 30]
        assert consumption.cubic_metres == 78

    def test_may_have_none(self) -> None:
        assert reckon_consumption([], window=ALWAYS).places == ()
