from datetime import date
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.metering.consumption import Period
from siegvo.domain.metering.plausibility import (
    DailyDraw,
    is_conceivable,
    is_plausible,
    usual_draw,
)
from siegvo.domain.metering.reading import ReadingSource
from tests.support.meters import a_period

HALF_A_CUBIC_METRE = DailyDraw(cubic_metres=1, days=2)
DAYS = st.integers(min_value=1, max_value=1500)
VOLUMES = st.integers(min_value=0, max_value=20_000)
HABITS = st.none() | st.builds(DailyDraw, cubic_metres=VOLUMES, days=DAYS)


class TestADailyDraw:
    def test_is_exact(self) -> None:
        assert DailyDraw(cubic_metres=1, days=3).over(10) == Fraction(10, 3)

    def test_needs_a_day_at_least(self) -> None:
        with pytest.raises(ValueError, match="days"):
            DailyDraw(cubic_metres=1, days=0)


class TestTheUsualDraw:
    def test_is_unknown_without_a_period(self) -> None:
        assert usual_draw([]) is None

    def test_is_what_was_drawn_a_day_over_all_periods(self) -> None:
        winter = a_period(40, first="2025-10-10", days=123)
        spring = a_period(48, first="2026-02-10", days=120)

        assert usual_draw([winter, spring]) == DailyDraw(cubic_metres=88, days=243)

    def test_does_not_learn_from_a_period_that_begins_or_ends_with_a_guess(self) -> None:
        guessed = a_period(400, first="2026-02-10", closed_by=ReadingSource.ESTIMATE)
        corrected = a_period(400, first="2025-02-10", opened_by=ReadingSource.ESTIMATE)

        assert usual_draw([corrected, guessed]) is None

    def test_learns_what_two_actual_readings_say_whatever_was_guessed_in_between(self) -> None:
        guessed = a_period(30, first="2026-02-10", closed_by=ReadingSource.ESTIMATE)
        corrected = a_period(50, first="2026-06-10", opened_by=ReadingSource.ESTIMATE)
        joined = [guessed, _following(guessed, corrected)]

        assert usual_draw(joined) == DailyDraw(cubic_metres=80, days=240)

    def test_does_not_learn_across_a_gap(self) -> None:
        guessed = a_period(30, first="2025-02-10", closed_by=ReadingSource.ESTIMATE)
        later = a_period(50, first="2026-02-10")

        assert usual_draw([guessed, later]) == DailyDraw(cubic_metres=50, days=120)

    def test_remembers_three_years_and_no_more(self) -> None:
        last = a_period(48, first="2026-02-10", days=120)
        three_years_before = date(2023, 6, 10)
        assert last.last == date(2026, 6, 10)

        within = a_period(60, first=three_years_before.isoformat(), days=100)
        beyond = a_period(900, first="2023-06-09", days=100)

        assert usual_draw([within, last]) == DailyDraw(cubic_metres=108, days=220)
        assert usual_draw([beyond, last]) == DailyDraw(cubic_metres=48, days=120)

    def test_is_unknown_when_the_last_two_actual_readings_lie_further_apart(self) -> None:
        assert usual_draw([a_period(400, first="2021-01-01", days=1500)]) is None


def _following(earlier: Period, later: Period) -> Period:
    """Let `later` begin with the very reading that closed `earlier`."""
    return attrs.evolve(later, opening=earlier.closing)


class TestAPlausibleDraw:
    @pytest.mark.parametrize(("drawn", "plausible"), [(180, True), (181, False)])
    def test_is_up_to_three_times_the_usual(self, drawn: int, *, plausible: bool) -> None:
        assert is_plausible(drawn, days=120, usual=HALF_A_CUBIC_METRE) is plausible

    @pytest.mark.parametrize(("drawn", "plausible"), [(15, True), (16, False)])
    def test_is_up_to_fifteen_where_hardly_any_water_is_drawn(
        self, drawn: int, *, plausible: bool
    ) -> None:
        vacant = DailyDraw(cubic_metres=0, days=365)

        assert is_plausible(drawn, days=120, usual=vacant) is plausible

    @pytest.mark.parametrize(("drawn", "plausible"), [(200, True), (201, False)])
    def test_is_up_to_two_cubic_metres_a_day_without_history(
        self, drawn: int, *, plausible: bool
    ) -> None:
        assert is_plausible(drawn, days=100, usual=None) is plausible

    @pytest.mark.parametrize(("drawn", "plausible"), [(15, True), (16, False)])
    def test_is_up_to_fifteen_after_one_day_without_history(
        self, drawn: int, *, plausible: bool
    ) -> None:
        assert is_plausible(drawn, days=1, usual=None) is plausible

    def test_is_nothing_in_no_time(self) -> None:
        assert is_plausible(0, days=0, usual=HALF_A_CUBIC_METRE)
        assert not is_plausible(1, days=0, usual=HALF_A_CUBIC_METRE)

    @given(DAYS, HABITS)
    def test_may_be_nothing_at_all(self, days: int, usual: DailyDraw | None) -> None:
        assert is_plausible(0, days=days, usual=usual)

    @given(VOLUMES, DAYS, HABITS)
    def test_stays_plausible_if_it_took_longer(
        self, drawn: int, days: int, usual: DailyDraw | None
    ) -> None:
        sooner = is_plausible(drawn, days=days, usual=usual)
        later = is_plausible(drawn, days=days + 1, usual=usual)

        assert later or not sooner

    @given(VOLUMES, DAYS, HABITS)
    def test_is_conceivable_too(self, drawn: int, days: int, usual: DailyDraw | None) -> None:
        plausible = is_plausible(drawn, days=days, usual=usual)

        assert is_conceivable(drawn, days=days, usual=usual) or not plausible


class TestAConceivableDraw:
    @pytest.mark.parametrize(("drawn", "conceivable"), [(600, True), (601, False)])
    def test_is_up_to_ten_times_the_usual(self, drawn: int, *, conceivable: bool) -> None:
        assert is_conceivable(drawn, days=120, usual=HALF_A_CUBIC_METRE) is conceivable

    @pytest.mark.parametrize(("drawn", "conceivable"), [(50, True), (51, False)])
    def test_is_up_to_fifty_where_hardly_any_water_is_drawn(
        self, drawn: int, *, conceivable: bool
    ) -> None:
        vacant = DailyDraw(cubic_metres=0, days=365)

        assert is_conceivable(drawn, days=120, usual=vacant) is conceivable

    def test_is_nothing_in_no_time(self) -> None:
        assert not is_conceivable(1, days=0, usual=None)
