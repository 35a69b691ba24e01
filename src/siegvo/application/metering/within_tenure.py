"""The meters of a contract, as the payer who holds it may know them."""

import attrs

from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.metering.meter import Meter


def within_tenure(meters: tuple[Meter, ...], tenure: Tenure) -> tuple[Meter, ...]:
    """Return the meters of the payer's own days, each with what it showed in those days only.

    What a predecessor's readings say is neither shown nor compared with: a refusal that
    quotes one would show it.
    """
    return tuple(
        _as_known(meter, tenure.days) for meter in meters if _was_there(meter, tenure.days)
    )


def _was_there(meter: Meter, days: DayRange) -> bool:
    came_in_time = days.last is None or meter.fitted.on <= days.last
    return came_in_time and (meter.removed is None or meter.removed.on >= days.first)


def _as_known(meter: Meter, days: DayRange) -> Meter:
    removed = meter.removed if meter.removed and days.holds(meter.removed.on) else None
    shown = tuple(each for each in meter.readings if days.holds(each.taken_on))
    if removed == meter.removed and len(shown) == len(meter.readings):
        return meter
    return attrs.evolve(meter, removed=removed, readings=shown)
