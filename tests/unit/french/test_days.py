from datetime import date

import pytest

from siegvo.adapters.french.days import InvalidDay, parse_day


@pytest.mark.parametrize("text", ["2026-11-23", "23/11/2026", " 23/11/2026 "])
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert parse_day(text) == date(2026, 11, 23)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hier",
        "31/02/2020",
        "2020-02-31",
        "2027-13-01",
        "1/1/26",
        "\u0660\u0661/01/2026",
        "2026-1-1",
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(InvalidDay):
        parse_day(text)
