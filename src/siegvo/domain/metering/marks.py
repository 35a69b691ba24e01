"""What the wheels of a place have shown, as far as it can be believed."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum, auto
from typing import Final, Self

import attrs

from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import Reading, ReadingSource

_AUTHORITY: Final = {
    ReadingSource.ESTIMATE: 0,
    ReadingSource.SUBSCRIBER: 1,
    ReadingSource.AGENT: 2,
    ReadingSource.REMOTE: 2,
}


class Occasion(Enum):
    FITTED = auto()
    READ = auto()
    REMOVED = auto()


@attrs.frozen(kw_only=True)
class Mark:
    """An index, and why we know it.  `rank` counts the meters of the place."""

    rank: int
    occasion: Occasion
    reading: Reading

    @property
    def day(self) -> date:
        return self.reading.taken_on

    @property
    def index(self) -> MeterIndex:
        return self.reading.index

    @property
    def is_guess(self) -> bool:
        return not self.reading.source.is_actual

    def outranks(self, other: Self) -> bool:
        """Say whether it was made by someone who knew better."""
        return _AUTHORITY[self.reading.source] > _AUTHORITY[other.reading.source]


def marks_of(place: Iterable[Meter], *, window: DayRange) -> tuple[Mark, ...]:
    """List what can be believed of what was shown inside `window`, oldest first.

    What lies outside `window` belongs to somebody else: it does not even help to
    judge the rest.
    """
    return tuple(
        mark
        for rank, meter in enumerate(place)
        for mark in _believable(
            meter, (each for each in _shown_by(meter, rank) if window.holds(each.day))
        )
    )


def _shown_by(meter: Meter, rank: int) -> Iterator[Mark]:
    """Tell the life of a meter; a reading from before or after it is a slip."""
    yield Mark(rank=rank, occasion=Occasion.FITTED, reading=meter.fitted.as_reading())
    standing = DayRange(meter.fitted.on, meter.removed.on if meter.removed else None)
    for reading in meter.readings:
        if standing.holds(reading.taken_on):
            yield Mark(rank=rank, occasion=Occasion.READ, reading=reading)
    if meter.removed:
        yield Mark(rank=rank, occasion=Occasion.REMOVED, reading=meter.removed.as_reading())


def _believable(meter: Meter, marks: Iterable[Mark]) -> list[Mark]:
    """Drop what a better informed mark contradicts.

    An estimate gives way to a later actual reading behind it, and a reading of the
    subscriber's to a later one of an agent's.  An estimate behind what was known
    before is no use either.  Two equals that disagree are both kept.
    """
    kept: list[Mark] = []
    for mark in marks:
        while kept and mark.outranks(kept[-1]) and meter.turned_back(kept[-1].index, mark.index):
            kept.pop()
        if kept and mark.is_guess and meter.turned_back(kept[-1].index, mark.index):
            continue
        kept.append(mark)
    return kept
