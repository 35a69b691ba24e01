from datetime import date

import pytest

from siegvo.domain.kernel.day_range import DayRange

FIRST, LAST = date(2026, 1, 1), date(2026, 1, 31)


class TestADayRange:
    @pytest.mark.parametrize("day", [FIRST, date(2026, 1, 15), LAST])
    def test_holds_its_days_both_ends_included(self, day: date) -> None:
        assert DayRange(FIRST, LAST).holds(day)

    @pytest.mark.parametrize("day", [date(2025, 12, 31), date(2026, 2, 1)])
    def test_holds_no_other(self, day: date) -> None:
        assert not DayRange(FIRST, LAST).holds(day)

    def test_without_a_last_day_never_ends(self) -> None:
        assert DayRange(FIRST).holds(date.max)

    def test_may_be_a_single_day(self) -> None:
        assert DayRange(FIRST, FIRST).holds(FIRST)

    def test_cannot_end_before_it_begins(self) -> None:
        with pytest.raises(ValueError, match="is before"):
            DayRange(LAST, FIRST)
