"""Meters as files tell them, in SQL."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

import attrs
from sqlalchemy import Connection, bindparam, select

from siegvo.adapters.sql.keeping import kept
from siegvo.adapters.sql.repositories.meters import meter_from
from siegvo.adapters.sql.tables.contracts import contracts
from siegvo.adapters.sql.tables.metering import meters
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.meter import Meter

_CONTRACTS: Final = select(contracts.c.number).where(
    contracts.c.number.in_(bindparam("numbers", expanding=True))
)
_METERS: Final = select(meters).where(meters.c.serial.in_(bindparam("serials", expanding=True)))
_KEEP: Final = kept(meters)


@attrs.frozen
class SqlMeterIntake:
    """`MeterIntake`, in the table `meters`."""

    connection: Connection

    def contracts(self, numbers: Collection[ContractNumber]) -> Collection[ContractNumber]:
        wanted = {"numbers": [number.digits for number in numbers]}
        return {
            ContractNumber(digits)
            for digits in self.connection.execute(_CONTRACTS, wanted).scalars()
        }

    def meters(self, serials: Collection[str]) -> Mapping[str, Meter]:
        rows = self.connection.execute(_METERS, {"serials": list(serials)})
        return {row.serial: meter_from(row, ()) for row in rows}

    def keep(self, meters: Sequence[Meter]) -> None:
        self.connection.execute(_KEEP, [_meter_row(meter) for meter in meters])


def _meter_row(meter: Meter) -> dict[str, Any]:
    return {
        "serial": meter.serial,
        "contract": meter.contract.digits,
        "dials": meter.dials,
        "fitted_on": meter.fitted.on,
        "fitted_m3": meter.fitted.index.cubic_metres,
        "removed_on": meter.removed and meter.removed.on,
        "removed_m3": meter.removed and meter.removed.index.cubic_metres,
        "diameter_mm": meter.diameter_mm,
        "make": meter.make,
        "year": meter.year,
        "remote_read": meter.is_remote_read,
    }
