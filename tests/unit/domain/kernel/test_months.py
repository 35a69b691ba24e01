from datetime import date

import pytest

from siegvo.domain.kernel.months import months_after


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        ("2026-11-23", 0, "2026-11-23"),
        ("2026-11-23", 36, "2029-11-23"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2027-01-31", 1, "2027-02-28"),
        ("2024-02-29", 36, "2027-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-12-31", -12, "2025-12-31"),
        ("2028-02-29", -12, "2027-02-28"),
        ("2026-01-15", -1, "2025-12-15"),
    ],
)
def test_a_month_later_is_the_same_day_if_there_is_one(day: str, months: int, found: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(found)
