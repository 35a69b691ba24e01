import pytest

from siegvo.domain.contracts.rain import is_unusual


@pytest.mark.parametrize(
    ("today", "before", "expected"),
    [
        (60, (20, 20, 20, 20, 20, 20, 20), False),
        (61, (20, 20, 20, 20, 20, 20, 20), True),
        (50, (1, 1, 1, 1, 1, 1, 1), False),
        (51, (1, 1, 1, 1, 1, 1, 1), True),
        (61, (90, 90, 90, 20, 0, 0, 0), True),
        (61, (0, 21, 0, 21, 21, 0, 21), False),
        (200, (0, 0, 0, 0, 0, 0, 0), False),
        (200, (190, 0, 0, 0, 0, 9, 9), False),
    ],
)
def test_a_day_is_unusual_above_three_times_the_median_of_the_week(
    today: int, before: tuple[int, ...], *, expected: bool
) -> None:
    assert is_unusual(today, before=before) is expected
