from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.payments.business_days import (
    business_day_from,
    business_days_after,
    easter,
    is_business_day,
)

days = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))


class TestEaster:
    @pytest.mark.parametrize(
        "sunday",
        [
            *("1999-04-04", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20"),
            *("2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25", "2049-04-18", "2076-04-19"),
        ],
    )
    def test_is_where_almanacs_have_it(self, sunday: str) -> None:
        day = date.fromisoformat(sunday)

        assert easter(day.year) == day

    @given(st.integers(min_value=1900, max_value=2199))
    def test_is_a_sunday_in_spring(self, year: int) -> None:
        assert easter(year).weekday() == 6
        assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


class TestABusinessDay:
    @pytest.mark.parametrize(
        "closed",
        [
            *("2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25", "2026-12-26"),
            *("2025-04-18", "2025-04-21", "2027-03-26", "2027-03-29"),
            *("2026-11-21", "2026-11-22"),
        ],
    )
    def test_is_none_of_the_days_when_the_euro_rests(self, closed: str) -> None:
        assert not is_business_day(date.fromisoformat(closed))

    @pytest.mark.parametrize(
        "french",
        ["2026-05-08", "2026-05-14", "2026-05-25", "2026-07-14", "2026-11-11", "2025-08-15"],
    )
    def test_may_be_a_holiday_in_france_alone(self, french: str) -> None:
        assert is_business_day(date.fromisoformat(french))

    @pytest.mark.parametrize(
        ("wanted", "found"),
        [
            ("2026-11-23", "2026-11-23"),
            ("2026-12-05", "2026-12-07"),
            ("2026-12-25", "2026-12-28"),
            ("2026-04-03", "2026-04-07"),
            ("2027-01-01", "2027-01-04"),
        ],
    )
    def test_is_found_at_once_or_later(self, wanted: str, found: str) -> None:
        assert business_day_from(date.fromisoformat(wanted)) == date.fromisoformat(found)

    @given(days)
    def test_is_never_sooner_nor_far(self, wanted: date) -> None:
        found = business_day_from(wanted)

        assert is_business_day(found)
        assert wanted <= found <= wanted + timedelta(days=4)
        assert not any(
            is_business_day(wanted + timedelta(days=n)) for n in range((found - wanted).days)
        )

    @given(days, st.integers(min_value=0, max_value=12))
    def test_is_counted_from_the_next_one(self, day: date, count: int) -> None:
        last = business_days_after(day, count)
        passed = [day + timedelta(days=n + 1) for n in range((last - day).days)]

        assert sum(map(is_business_day, passed)) == count
