import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import ReadingSource
from tests.support.meters import a_meter, a_reading, an_estimate, from_subscriber, showing

FOUR_DIALS = st.integers(min_value=0, max_value=9999).map(MeterIndex)


class TestAMeter:
    def test_keeps_its_readings_by_day(self) -> None:
        june, october = a_reading(1200, "2026-06-10"), a_reading(1250, "2026-10-10")

        assert a_meter(october, june).readings == (june, october)

    def test_believes_an_actual_reading_rather_than_an_estimate_of_the_same_day(self) -> None:
        seen, guessed = a_reading(1200, "2026-06-10"), an_estimate(1210, "2026-06-10")

        assert a_meter(seen, guessed).last_reading == seen

    def test_believes_the_last_given_of_two_actual_readings_of_the_same_day(self) -> None:
        first, second = a_reading(1200, "2026-06-10"), from_subscriber(1190, "2026-06-10")

        assert a_meter(first, second).last_reading == second

    def test_has_no_last_reading_before_the_first(self) -> None:
        assert a_meter().last_reading is None

    def test_remembers_what_was_last_seen_through_later_estimates(self) -> None:
        seen = from_subscriber(1200, "2026-02-10")
        meter = a_meter(seen, an_estimate(1250, "2026-06-10"))

        assert meter.last_actual == seen

    def test_was_last_seen_when_it_was_fitted_if_never_since(self) -> None:
        meter = a_meter(an_estimate(50, "2026-06-10"), fitted=showing(7, "2026-02-01"))

        assert meter.last_actual == a_reading(7, "2026-02-01", ReadingSource.AGENT)

    def test_is_in_service_until_it_is_removed(self) -> None:
        assert a_meter().in_service
        assert not a_meter(removed=showing(1300, "2026-07-01")).in_service

    def test_cannot_be_removed_before_it_is_fitted(self) -> None:
        with pytest.raises(ValueError, match="removed before"):
            a_meter(fitted=showing(0, "2026-02-02"), removed=showing(0, "2026-02-01"))

    @pytest.mark.parametrize("dials", [2, 10])
    def test_has_from_three_to_nine_dials(self, dials: int) -> None:
        with pytest.raises(ValueError, match="dials"):
            a_meter(dials=dials)

    def test_shows_what_its_dials_can_hold(self) -> None:
        meter = a_meter(dials=4)

        assert meter.capacity == 10_000
        assert meter.can_show(MeterIndex(9999))
        assert not meter.can_show(MeterIndex(10_000))


class TestTheWheels:
    def test_count_what_passed(self) -> None:
        assert a_meter().drawn_between(MeterIndex(1200), MeterIndex(1250)) == 50

    def test_begin_again_at_zero(self) -> None:
        assert a_meter(dials=4).drawn_between(MeterIndex(9978), MeterIndex(23)) == 45

    @given(FOUR_DIALS, FOUR_DIALS, FOUR_DIALS)
    def test_count_alike_in_one_go_or_in_two(
        self, start: MeterIndex, between: MeterIndex, end: MeterIndex
    ) -> None:
        meter = a_meter(dials=4)
        in_two = meter.drawn_between(start, between) + meter.drawn_between(between, end)

        assert in_two % meter.capacity == meter.drawn_between(start, end)

    @pytest.mark.parametrize(
        ("earlier", "later", "turned_back"),
        [
            (6000, 5999, True),
            (6000, 1001, True),
            (6000, 1000, False),
            (6000, 6000, False),
            (23, 9990, True),
            (9990, 23, False),
        ],
    )
    def test_turned_back_when_that_is_the_shorter_way(
        self, earlier: int, later: int, *, turned_back: bool
    ) -> None:
        meter = a_meter(dials=4)

        assert meter.turned_back(MeterIndex(earlier), MeterIndex(later)) is turned_back
