"""Which meter took over from which."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from siegvo.domain.metering.meter import Meter

HANDOVER: Final = timedelta(days=7)
"""A meter fitted within a week of the removal of another took its place."""


def share_out(meters: Iterable[Meter]) -> tuple[tuple[Meter, ...], ...]:
    """Group meters by the spot where they followed one another, oldest first."""
    places: list[tuple[Meter, ...]] = []
    for meter in sorted(meters, key=lambda each: (each.fitted.on, each.serial)):
        vacant = [place for place in places if _took_over(meter, place[-1])]
        if vacant:
            place = min(vacant, key=lambda each: _days_empty(meter, each[-1]))
            places[places.index(place)] = (*place, meter)
        else:
            places.append((meter,))
    return tuple(places)


def _took_over(meter: Meter, former: Meter) -> bool:
    return timedelta(0) <= _days_empty(meter, former) <= HANDOVER


def _days_empty(meter: Meter, former: Meter) -> timedelta:
    """Measure the time without a meter; negative while `former` still stands."""
    if former.removed is None:
        return -HANDOVER
    return meter.fitted.on - former.removed.on
