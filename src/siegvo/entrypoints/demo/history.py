"""What the meters of the demo showed, three times a year."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Final

import attrs

from siegvo.entrypoints.demo.contracts import DemoMeter

_MONTHS: Final = (2, 6, 10)
_DAY: Final = 10
_YEARS: Final = 4
_SOURCES: Final = ("agent", "agent", "agent", "abonne", "estimation")


@attrs.frozen(kw_only=True)
class DemoReading:
    """`source` is in the words of the exchange files."""

    on: date
    index: int
    source: str


def readings_of(meter: DemoMeter, *, today: date) -> tuple[DemoReading, ...]:
    """Return its readings of the last years, the last before `today`."""
    dice = Random(meter.serial)  # noqa: S311 (the same history each time)
    days = tuple(_days(meter, today=today))
    taken = [
        DemoReading(on=day, index=_shown(meter, day, dice=dice), source=_source(meter, dice))
        for day in days
    ]
    if taken and meter.removed_on is None:
        index = (taken[-1].index + meter.leaked) % meter.capacity
        taken[-1] = attrs.evolve(taken[-1], index=index, source=meter.last_source)
    return tuple(taken)


def index_when_removed(meter: DemoMeter) -> int | None:
    """Return what it showed on its last day, a little above its last reading."""
    return None if meter.removed_on is None else _flowed(meter, meter.removed_on)


def _days(meter: DemoMeter, *, today: date) -> Iterator[date]:
    until = meter.removed_on or today
    for year in range(today.year - _YEARS, today.year + 1):
        for month in _MONTHS:
            day = date(year, month, _DAY)
            if meter.fitted_on < day < until:
                yield day


def _shown(meter: DemoMeter, day: date, *, dice: Random) -> int:
    """Return what flowed so far, a little more in some seasons."""
    season = dice.randint(0, 5) * meter.litres // 200
    return (_flowed(meter, day) + season) % meter.capacity


def _flowed(meter: DemoMeter, day: date) -> int:
    days = (day - meter.fitted_on).days
    return (meter.fitted_at + meter.litres * days // 1000) % meter.capacity


def _source(meter: DemoMeter, dice: Random) -> str:
    return "telereleve" if meter.is_remote_read else dice.choice(_SOURCES)
