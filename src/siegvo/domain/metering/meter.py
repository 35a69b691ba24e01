"""The meter, what it has shown, and how its wheels turn."""

from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs
from attrs.validators import ge, le

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.meter_index import MOST_DIGITS, MeterIndex
from siegvo.domain.metering.reading import Reading, ReadingSource

FEWEST_DIALS: Final = 3
MOST_DIALS: Final = MOST_DIGITS


@attrs.frozen(kw_only=True)
class Fitting:
    """The day an agent fitted or removed a meter, and what it showed."""

    on: date
    index: MeterIndex

    def as_reading(self) -> Reading:
        return Reading(index=self.index, taken_on=self.on, source=ReadingSource.AGENT)


def _in_order(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Sort by day; of one day, the reading to believe comes last."""
    return tuple(sorted(readings, key=lambda each: (each.taken_on, each.source.is_actual)))


@attrs.frozen(kw_only=True)
class Meter:
    """A water meter as the billing system knows it.

    `readings` are sorted by day.  Of several on the same day the last is to be
    believed: an actual one rather than an estimate, then the last one given.
    """

    serial: str
    contract: ContractNumber
    dials: int = attrs.field(validator=[ge(FEWEST_DIALS), le(MOST_DIALS)])
    fitted: Fitting
    removed: Fitting | None = None
    diameter_mm: int | None = None
    make: str | None = None
    year: int | None = None
    is_remote_read: bool = False
    readings: tuple[Reading, ...] = attrs.field(default=(), converter=_in_order)

    def __attrs_post_init__(self) -> None:
        if self.removed and self.removed.on < self.fitted.on:
            message = f"{self.serial} was removed before it was fitted"
            raise ValueError(message)

    @property
    def capacity(self) -> int:
        """How many cubic metres bring the wheels back to zero."""
        return int(10**self.dials)

    @property
    def in_service(self) -> bool:
        return self.removed is None

    @property
    def last_reading(self) -> Reading | None:
        """The latest reading, whoever made it."""
        return self.readings[-1] if self.readings else None

    @property
    def last_actual(self) -> Reading:
        """The latest figure somebody saw: on the day of the fitting, if never since."""
        actual = (each for each in reversed(self.readings) if each.source.is_actual)
        return next(actual, self.fitted.as_reading())

    def can_show(self, index: MeterIndex) -> bool:
        """Say whether the meter has dials enough for `index`."""
        return index.cubic_metres < self.capacity

    def drawn_between(self, earlier: MeterIndex, later: MeterIndex) -> int:
        """Count the cubic metres that turned the wheels, through zero if need be."""
        return (later.cubic_metres - earlier.cubic_metres) % self.capacity

    def turned_back(self, earlier: MeterIndex, later: MeterIndex) -> bool:
        """Say whether `later` lies behind `earlier`, the shorter way round the dials.

        Wheels do not turn back: one of the two figures is then wrong.  A fall of
        half the dials or more is no turn back, but a rollover.
        """
        return 2 * self.drawn_between(earlier, later) > self.capacity
