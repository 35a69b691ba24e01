"""Meters and what the billing system knows they showed, in SQL."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, bindparam, select

from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.tables.metering import meters, readings
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.meter import Fitting, Meter
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import Reading, ReadingSource

_METERS: Final = Prepared(
    select(meters)
    .where(meters.c.contract == bindparam("number"))
    .order_by(meters.c.fitted_on, meters.c.serial)
)

_READINGS: Final = Prepared(
    select(readings)
    .join(meters, meters.c.serial == readings.c.meter)
    .where(meters.c.contract == bindparam("number"))
    .order_by(readings.c.meter, readings.c.taken_on)
)


@attrs.frozen
class SqlMeters:
    """`Meters`, in the tables `meters` and `readings`."""

    connection: Connection

    def serving(self, contract: ContractNumber) -> tuple[Meter, ...]:
        number = {"number": contract.digits}
        shown: dict[str, list[Reading]] = defaultdict(list)
        for row in _READINGS.rows(self.connection, number):
            shown[row.meter].append(reading_from(row))
        return tuple(
            meter_from(row, shown[row.serial]) for row in _METERS.rows(self.connection, number)
        )


def reading_from(row: Row[Any]) -> Reading:
    """Return the reading whose columns `row` holds."""
    return Reading(
        index=MeterIndex(row.index_m3),
        taken_on=row.taken_on,
        source=ReadingSource(row.source),
    )


def meter_from(row: Row[Any], shown: Iterable[Reading]) -> Meter:
    """Return the meter whose columns `row` holds, with its readings."""
    return Meter(
        serial=row.serial,
        contract=ContractNumber(row.contract),
        dials=row.dials,
        fitted=Fitting(on=row.fitted_on, index=MeterIndex(row.fitted_m3)),
        removed=_removal(row.removed_on, row.removed_m3),
        diameter_mm=row.diameter_mm,
        make=row.make,
        year=row.year,
        is_remote_read=row.remote_read,
        readings=tuple(shown),
    )


def _removal(on: date | None, cubic_metres: int | None) -> Fitting | None:
    if on is None or cubic_metres is None:
        return None
    return Fitting(on=on, index=MeterIndex(cubic_metres))
