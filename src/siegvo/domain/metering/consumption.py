"""The water drawn under one contract: by place, by period, by meter."""

from datetime import date, timedelta
from typing import Final

import attrs

from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import Reading, ReadingSource

A_YEAR: Final = timedelta(days=365)

SAME_SEASON: Final = timedelta(days=21)
"""Rounds do not fall on the same day each year: three weeks apart is still "a year earlier"."""


@attrs.frozen(kw_only=True)
class Segment:
    """The part of a period that one meter counted."""

    serial: str
    from_index: MeterIndex
    to_index: MeterIndex
    cubic_metres: int


@attrs.frozen(kw_only=True)
class Period:
    """What was drawn between two readings that follow one another.

    Each reading closes a period and opens the next one, so neighbours share a day.
    """

    opening: Reading
    closing: Reading
    segments: tuple[Segment, ...]
    changed_on: date | None = None
    """The day the meter was replaced, if it was during the period."""

    @property
    def first(self) -> date:
        return self.opening.taken_on

    @property
    def last(self) -> date:
        return self.closing.taken_on

    @property
    def days(self) -> int:
        return (self.closing.taken_on - self.opening.taken_on).days

    @property
    def cubic_metres(self) -> int:
        if len(self.segments) == 1:  # most often; it is asked again and again
            return self.segments[0].cubic_metres
        return sum([each.cubic_metres for each in self.segments])

    @property
    def litres_a_day(self) -> int:
        """Whole litres, a half rounded up."""
        days = self.days
        return (2 * 1000 * self.cubic_metres + days) // (2 * days)

    @property
    def is_estimated(self) -> bool:
        """Whether a guess stands at either end."""
        return not (self.opening.source.is_actual and self.closing.source.is_actual)

    @property
    def source(self) -> ReadingSource:
        """Who made the closing reading."""
        return self.closing.source

    @property
    def closing_index(self) -> MeterIndex:
        return self.closing.index

    @property
    def closing_serial(self) -> str:
        return self.segments[-1].serial


@attrs.frozen(kw_only=True)
class Place:
    """One spot on the pipe, where meters may follow one another.

    `serials` and `periods` begin with the oldest.  In `doubtful` days readings contradict one
    another: what was drawn then is not known, and no period tells it.
    """

    serials: tuple[str, ...]
    periods: tuple[Period, ...]
    doubtful: tuple[DayRange, ...] = ()

    @property
    def latest(self) -> Period | None:
        return self.periods[-1] if self.periods else None

    @property
    def cubic_metres(self) -> int:
        return sum(each.cubic_metres for each in self.periods)

    @property
    def mean_cubic_metres_a_period(self) -> int | None:
        """Whole cubic metres, a half rounded up; `None` before the first period."""
        count = len(self.periods)
        return (2 * self.cubic_metres + count) // (2 * count) if count else None

    def same_period_last_year(self, period: Period) -> Period | None:
        """Return the period that ran on about the same days, a year earlier."""
        closest = min(self.periods, key=lambda each: _shift(each, period), default=None)
        return closest if closest and _shift(closest, period) <= SAME_SEASON else None


@attrs.frozen
class Consumption:
    """Everything one subscriber may know of what they drew under one contract."""

    places: tuple[Place, ...]

    @property
    def cubic_metres(self) -> int:
        return sum(place.cubic_metres for place in self.places)

    def place_of(self, serial: str) -> Place | None:
        """Return the place where the meter stands, or stood."""
        return next((place for place in self.places if serial in place.serials), None)


def _shift(earlier: Period, later: Period) -> timedelta:
    """Measure by how much the two miss being exactly a year apart, at the worse end."""
    at_first = later.opening.taken_on - earlier.opening.taken_on - A_YEAR
    at_last = later.closing.taken_on - earlier.closing.taken_on - A_YEAR
    return max(abs(at_first), abs(at_last))
