"""What a household usually draws, and what it can hardly have drawn."""

from collections.abc import Iterable
from datetime import timedelta
from fractions import Fraction
from typing import Final

import attrs
from attrs.validators import ge

from siegvo.domain.metering.between_readings import between_actual_readings
from siegvo.domain.metering.consumption import Period


@attrs.frozen(kw_only=True)
class DailyDraw:
    """So many whole cubic metres in so many days: an exact rate."""

    cubic_metres: int = attrs.field(validator=ge(0))
    days: int = attrs.field(validator=ge(1))

    def over(self, days: int) -> Fraction:
        """Return the cubic metres that this rate gives in `days`."""
        return Fraction(self.cubic_metres * days, self.days)


MEMORY: Final = timedelta(days=3 * 365 + 1)
"""Habits are learnt from the three years before the last actual reading."""

WITHOUT_HISTORY: Final = DailyDraw(cubic_metres=2, days=3)
"""Of a household we know nothing about, 2 m3 in three days, so that 2 m3 a day are too many."""

PLAUSIBLE_TIMES: Final = 3
"""More than three times the usual is to be confirmed."""

PLAUSIBLE_FLOOR: Final = 15
"""Up to 15 m3 nobody is asked anything: a small household may have had guests."""

CONCEIVABLE_TIMES: Final = 10
"""More than ten times the usual cannot explain a lower index by a rollover."""

CONCEIVABLE_FLOOR: Final = 50
"""Up to 50 m3 past zero, a rollover is thinkable even where hardly any water is drawn."""


def usual_draw(periods: Iterable[Period]) -> DailyDraw | None:
    """Learn the habits of a place from its periods, oldest first.

    Only what was drawn between two actual readings counts, estimates in between or
    not.  `None` when there is no such thing in the last three years.
    """
    actual = list(between_actual_readings(periods))
    recent = [each for each in actual if each.first >= actual[-1].last - MEMORY]
    if not recent:
        return None
    return DailyDraw(
        cubic_metres=sum(each.cubic_metres for each in recent),
        days=sum(each.days for each in recent),
    )


def is_plausible(drawn: int, *, days: int, usual: DailyDraw | None) -> bool:
    """Say whether a household may have drawn so much without anyone wondering."""
    return drawn <= _most(PLAUSIBLE_TIMES, floor=PLAUSIBLE_FLOOR, days=days, usual=usual)


def is_conceivable(drawn: int, *, days: int, usual: DailyDraw | None) -> bool:
    """Say whether it can have happened at all."""
    return drawn <= _most(CONCEIVABLE_TIMES, floor=CONCEIVABLE_FLOOR, days=days, usual=usual)


def _most(times: int, *, floor: int, days: int, usual: DailyDraw | None) -> Fraction:
    """Return so many times the usual, at least `floor`; but nothing in no time."""
    if not days:
        return Fraction(0)
    return max(Fraction(floor), times * (usual or WITHOUT_HISTORY).over(days))
