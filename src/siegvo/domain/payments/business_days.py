"""The days on which euros move between banks: those of T2, the Eurosystem's settlement system.

It is closed at the weekend, on 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December
(ECB, Guideline 2012/27, annex II; unchanged since 2000).
"""

from datetime import date, timedelta
from typing import Final

_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5
_GOOD_FRIDAY: Final = timedelta(days=-2)
_EASTER_MONDAY: Final = timedelta(days=1)
_FIXED: Final = frozenset({(1, 1), (5, 1), (12, 25), (12, 26)})


def is_business_day(day: date) -> bool:
    """Say whether euros move on `day`."""
    if day.weekday() >= _SATURDAY or (day.month, day.day) in _FIXED:
        return False
    sunday = easter(day.year)
    return day not in {sunday + _GOOD_FRIDAY, sunday + _EASTER_MONDAY}


def business_day_from(day: date) -> date:
    """Return `day`, or the first business day after it."""
    while not is_business_day(day):
        day += _DAY
    return day


def business_days_after(day: date, count: int) -> date:
    """Return the last of the `count` business days that follow `day`; without any, `day`."""
    for _ in range(count):
        day = business_day_from(day + _DAY)
    return day


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Butcher, 1876)."""
    century, of_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    epact = (
        19 * (year % 19) + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * rest + 2 * (of_century // 4) - epact - of_century % 4) % 7
    shift = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
