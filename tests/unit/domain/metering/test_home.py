from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.contracts.category import Category
from siegvo.domain.metering.consumption import Consumption, Period, Place
from siegvo.domain.metering.home import (
    HomeUse,
    InvalidPersons,
    NoHomeUse,
    Persons,
    Standing,
    home_use,
)
from siegvo.domain.metering.reading import Reading, ReadingSource
from tests.support.consumption import segment
from tests.support.meters import a_period, a_reading, day

AGENT, ESTIMATE = ReadingSource.AGENT, ReadingSource.ESTIMATE


def drawn(*volumes: int, days: int = 122, guessed: frozenset[int] = frozenset()) -> Place:
    """Tell of periods that follow one another, the last ending on 10 October 2026."""
    ends = [day("2026-10-10") - timedelta(days=days * back) for back in range(len(volumes), -1, -1)]
    readings = [
        a_reading(
            1000 + sum(volumes[:rank]), on.isoformat(), ESTIMATE if rank in guessed else AGENT
        )
        for rank, on in enumerate(ends)
    ]
    return Place(
        serials=("METER",),
        periods=tuple(map(_between, readings, readings[1:])),
    )


def _between(opening: Reading, closing: Reading) -> Period:
    start, end = opening.index.cubic_metres, closing.index.cubic_metres
    return Period(
        opening=opening,
        closing=closing,
        segments=(segment("METER", start, end, end - start),),
    )


def use_of(*places: Place, category: Category = Category.HOUSEHOLD) -> HomeUse | NoHomeUse:
    return home_use(Consumption(places), category=category)


class TestTheUseOfAHome:
    def test_is_that_of_its_last_year(self) -> None:
        use = use_of(drawn(90, 40, 50, 60))

        assert use == HomeUse(first=day("2025-10-09"), last=day("2026-10-10"), cubic_metres=150)

    def test_is_that_of_less_than_a_year_where_there_is_no_more(self) -> None:
        use = use_of(drawn(40, 50))

        assert isinstance(use, HomeUse)
        assert (use.days, use.cubic_metres) == (244, 90)

    def test_goes_through_estimates_to_the_readings_around_them(self) -> None:
        use = use_of(drawn(90, 40, 50, 60, guessed=frozenset({2, 3})))

        assert isinstance(use, HomeUse)
        assert (use.days, use.cubic_metres) == (366, 150)

    def test_stops_before_the_last_estimate(self) -> None:
        use = use_of(drawn(90, 40, 50, 60, guessed=frozenset({4})))

        assert isinstance(use, HomeUse)
        assert (use.last, use.cubic_metres) == (day("2026-06-10"), 180)

    def test_does_not_reach_over_days_without_a_figure(self) -> None:
        early, _, late = drawn(40, 50, 60).periods

        use = use_of(Place(serials=("METER",), periods=(early, late)))

        assert isinstance(use, HomeUse)
        assert use.cubic_metres == 60

    def test_is_not_told_when_everything_was_estimated(self) -> None:
        assert use_of(drawn(40, 50, guessed=frozenset({1, 2}))) is NoHomeUse.ESTIMATED

    def test_is_not_told_when_the_last_actual_reading_is_more_than_a_year_old(self) -> None:
        just = drawn(40, 366, days=366, guessed=frozenset({2}))
        late = drawn(40, 366, days=367, guessed=frozenset({2}))

        assert isinstance(use_of(just), HomeUse)
        assert use_of(late) is NoHomeUse.ESTIMATED

    def test_is_not_told_of_less_than_ninety_days(self) -> None:
        assert use_of(drawn(40, days=89)) is NoHomeUse.TOO_SHORT
        assert isinstance(use_of(drawn(40, days=90)), HomeUse)

    def test_is_not_told_before_the_second_reading(self) -> None:
        assert use_of() is NoHomeUse.TOO_SHORT
        assert use_of(Place(serials=("METER",), periods=())) is NoHomeUse.TOO_SHORT

    def test_is_not_told_when_water_came_through_two_meters(self) -> None:
        house = drawn(40, 50, 60)
        garden = Place(serials=("GARDEN",), periods=(a_period(9, first="2026-02-10"),))
        unread = Place(serials=("NEW",), periods=())

        assert use_of(house, garden) is NoHomeUse.SEVERAL_METERS
        assert use_of(house, unread) is NoHomeUse.SEVERAL_METERS

    def test_forgets_a_meter_that_went_before_that_year(self) -> None:
        former = Place(serials=("OLD",), periods=(a_period(40, first="2020-02-10"),))

        assert isinstance(use_of(former, drawn(40, 50, 60)), HomeUse)

    @pytest.mark.parametrize("category", [Category.BUSINESS, Category.PUBLIC_BODY])
    def test_is_not_told_of_what_is_no_home(self, category: Category) -> None:
        assert use_of(drawn(40, 50, 60), category=category) is NoHomeUse.NOT_A_HOME


class TestLitresADay:
    def test_are_shared_by_those_who_live_there(self) -> None:
        use = HomeUse(first=day("2025-10-10"), last=day("2026-10-10"), cubic_metres=124)

        assert use.litres_a_day == 340
        assert use.litres_a_person(Persons(3)) == 113

    @given(
        st.integers(min_value=0, max_value=2000),
        st.integers(min_value=90, max_value=2000),
        st.integers(min_value=1, max_value=20),
    )
    def test_add_up_to_those_of_the_home_but_for_halves(
        self, cubic_metres: int, days: int, count: int
    ) -> None:
        first = day("2020-01-01")
        use = HomeUse(first=first, last=first + timedelta(days=days), cubic_metres=cubic_metres)

        each = use.litres_a_person(Persons(count))

        assert abs(each * count - use.litres_a_day) <= (count + 1) / 2

    @pytest.mark.parametrize(
        ("cubic_metres", "standing"),
        [
            (133, Standing.BELOW),
            (134, Standing.NEAR),
            (162, Standing.NEAR),
            (163, Standing.ABOVE),
        ],
    )
    def test_are_near_the_average_within_a_tenth_of_it(
        self, cubic_metres: int, standing: Standing
    ) -> None:
        first = day("2020-01-01")
        use = HomeUse(first=first, last=first + timedelta(1000), cubic_metres=cubic_metres)

        assert use.standing(Persons(1)) is standing


class TestPersons:
    @pytest.mark.parametrize(("typed", "count"), [("1", 1), (" 3 ", 3), ("03", 3), ("20", 20)])
    def test_are_read_as_typed(self, typed: str, count: int) -> None:
        assert Persons.parse(typed) == Persons(count)

    @pytest.mark.parametrize(
        "typed", ["", "0", "21", "deux", "2,5", "-1", "\u0662", "1" * 5000, "999999999"]
    )
    def test_are_one_to_twenty(self, typed: str) -> None:
        with pytest.raises(InvalidPersons):
            Persons.parse(typed)

    @given(st.integers(min_value=1, max_value=20).map(Persons))
    def test_read_what_they_write(self, persons: Persons) -> None:
        assert Persons.parse(str(persons)) == persons
