"""Meters, readings and periods for tests: unremarkable until a test says otherwise."""

from datetime import date, timedelta

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.metering.consumption import Period, Segment
from siegvo.domain.metering.meter import Fitting, Meter
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import Reading, ReadingSource

SERIAL = "H25LA004127"
CONTRACT = ContractNumber("100214873")
ALWAYS = DayRange(date(2000, 1, 1))


def day(text: str) -> date:
    return date.fromisoformat(text)


def a_reading(
    index: int = 1200,
    on: str = "2026-06-10",
    source: ReadingSource = ReadingSource.AGENT,
) -> Reading:
    return Reading(index=MeterIndex(index), taken_on=day(on), source=source)


def an_estimate(index: int, on: str) -> Reading:
    return a_reading(index, on, ReadingSource.ESTIMATE)


def from_subscriber(index: int, on: str) -> Reading:
    return a_reading(index, on, ReadingSource.SUBSCRIBER)


def showing(index: int, on: str) -> Fitting:
    return Fitting(on=day(on), index=MeterIndex(index))


def a_meter(
    *readings: Reading,
    serial: str = SERIAL,
    dials: int = 5,
    fitted: Fitting | None = None,
    removed: Fitting | None = None,
    is_remote_read: bool = False,
) -> Meter:
    return Meter(
        serial=serial,
        contract=CONTRACT,
        dials=dials,
        fitted=fitted or showing(0, "2015-03-01"),
        removed=removed,
        is_remote_read=is_remote_read,
        readings=readings,
    )


def a_period(
    cubic_metres: int = 48,
    *,
    first: str = "2026-02-10",
    days: int = 120,
    opened_by: ReadingSource = ReadingSource.AGENT,
    closed_by: ReadingSource = ReadingSource.AGENT,
) -> Period:
    opening = a_reading(1000, first, opened_by)
    closing = Reading(
        index=MeterIndex(1000 + cubic_metres),
        taken_on=opening.taken_on + timedelta(days=days),
        source=closed_by,
    )
    counted = Segment(
        serial=SERIAL,
        from_index=opening.index,
        to_index=closing.index,
        cubic_metres=cubic_metres,
    )
    return Period(opening=opening, closing=closing, segments=(counted,))
