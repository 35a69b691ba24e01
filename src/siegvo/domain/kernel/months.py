"""Months as contracts and laws count them."""

from calendar import monthrange
from datetime import date
from typing import Final

_OF_A_YEAR: Final = 12


def months_after(day: date, months: int) -> date:
    """Return the same day some months later, or earlier; the last of the month if there is none."""
    year, month = divmod(day.year * _OF_A_YEAR + day.month - 1 + months, _OF_A_YEAR)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
