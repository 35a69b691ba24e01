"""What a page would show of the consumption of one place."""

from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.metering.consumption import Period, Segment
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reckoning import reckon_consumption
from tests.support.meters import ALWAYS, a_reading

FEBRUARY = a_reading(1152, "2026-02-10")
JUNE = a_reading(1200, "2026-06-10")
OCTOBER = a_reading(1255, "2026-10-10")


def periods(*meters: Meter, window: DayRange = ALWAYS) -> tuple[Period, ...]:
    (place,) = reckon_consumption(meters, window=window).places
    return place.periods


def volumes(*meters: Meter, window: DayRange = ALWAYS) -> list[tuple[str, str, int]]:
    return [
        (each.first.isoformat(), each.last.isoformat(), each.cubic_metres)
        for each in periods(*meters, window=window)
    ]


def segment(serial: str, start: int, end: int, drawn: int) -> Segment:
    return Segment(
        serial=serial,
        from_index=MeterIndex(start),
        to_index=MeterIndex(end),
        cubic_metres=drawn,
    )
