"""How much water the meters of a demo contract measured between two days."""

from datetime import date

from siegvo.entrypoints.demo.contracts import DemoContract, DemoMeter
from siegvo.entrypoints.demo.history import index_when_removed, readings_of


def days_read(contract: DemoContract, *, today: date) -> tuple[date, ...]:
    """Return the days on which an invoice may begin or end: when its meters were read."""
    days = {reading.on for meter in contract.meters for reading in readings_of(meter, today=today)}
    if contract.ended_on:
        days = {day for day in days if day < contract.ended_on} | {contract.ended_on}
    return tuple(sorted(day for day in days if day >= contract.started_on))


def drawn(contract: DemoContract, *, first: date, last: date, today: date) -> int:
    """Return what passed through all its meters (whole m3)."""
    return sum(_passed(meter, first=first, last=last, today=today) for meter in contract.meters)


def is_estimated(contract: DemoContract, *, on: date, today: date) -> bool:
    """Say whether an index of that day was only estimated."""
    return any(
        reading.on == on and reading.source == "estimation"
        for meter in contract.meters
        for reading in readings_of(meter, today=today)
    )


def _passed(meter: DemoMeter, *, first: date, last: date, today: date) -> int:
    shown = {meter.fitted_on: meter.fitted_at}
    shown |= {reading.on: reading.index for reading in readings_of(meter, today=today)}
    removed_at = index_when_removed(meter)
    if meter.removed_on is not None and removed_at is not None:
        shown[meter.removed_on] = removed_at
    until = [index for day, index in sorted(shown.items()) if day <= last]
    before = [index for day, index in sorted(shown.items()) if day <= first]
    if not until:
        return 0
    return (until[-1] - (before or until[:1])[-1]) % meter.capacity
