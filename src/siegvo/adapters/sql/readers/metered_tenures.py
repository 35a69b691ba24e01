"""Tenures with their meters, all readings, and what was sent, in one statement."""

from datetime import date
from itertools import starmap
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, bindparam, select

from siegvo.adapters.sql.gathered import gathered
from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.readers.sheet_rows import (
    OF_TENURE,
    each_in,
    of_latest_tenure,
    sent_by_holder,
)
from siegvo.adapters.sql.repositories.leaks import HAS_LEAK_NOTICE
from siegvo.adapters.sql.repositories.meters import meter_from
from siegvo.adapters.sql.repositories.tenures import tenure_from
from siegvo.adapters.sql.tables.contracts import contracts, links, tenures
from siegvo.adapters.sql.tables.metering import meters, readings, sent_readings
from siegvo.application.readers.metered_tenures import MeteredTenure
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import Reading, ReadingSource
from siegvo.domain.metering.sent_reading import Review, SentReading
from siegvo.domain.requests.reference import RequestReference

_SHOWN: Final = (
    select(gathered(readings.c.taken_on, readings.c.index_m3, readings.c.source))
    .where(readings.c.meter == meters.c.serial)
    .scalar_subquery()
)
_METERED: Final = Prepared(
    select(
        *OF_TENURE,
        HAS_LEAK_NOTICE.label("has_leak_notice"),
        *(each for each in meters.c if each.name != "contract"),
        _SHOWN.label("shown"),
        *(each.label(f"sent_{each.name}") for each in sent_readings.c if each.name != "contract"),
    )
    .select_from(
        tenures.join(contracts, contracts.c.number == tenures.c.contract)
        .join(links, links.c.payer == tenures.c.payer)
        .outerjoin(meters, meters.c.contract == tenures.c.contract)
        .outerjoin(sent_readings, sent_by_holder)
    )
    .where(
        links.c.account == bindparam("holder"),
        tenures.c.contract == bindparam("number"),
    )
)


@attrs.frozen
class SqlMeteredTenures:
    """`MeteredTenures`, from all that was shown under a contract, and what was sent."""

    connection: Connection

    def held_by(self, holder: AccountId, number: ContractNumber) -> MeteredTenure:
        found = _METERED.rows(self.connection, {"holder": holder, "number": number.digits})
        if not found:
            raise ContractNotFound(number)
        rows = of_latest_tenure(found)
        return MeteredTenure(
            tenure=tenure_from(rows[0]),
            meters=tuple(sorted(map(_meter, each_in(rows, "serial")), key=_fitted)),
            awaited=tuple(sorted(map(_sent, each_in(rows, "sent_reference")), key=_taken)),
            has_leak_notice=rows[0].has_leak_notice,
        )


def _meter(row: Row[Any]) -> Meter:
    return meter_from(row, starmap(_reading, row.shown or ()))


def _reading(taken_on: str, cubic_metres: int, source: str) -> Reading:
    return Reading(
        index=MeterIndex(cubic_metres),
        taken_on=date.fromisoformat(taken_on),
        source=ReadingSource(source),
    )


def _fitted(meter: Meter) -> tuple[date, str]:
    return meter.fitted.on, meter.serial


def _taken(sent: SentReading) -> tuple[date, str]:
    return sent.reading.taken_on, str(sent.reference)


def _sent(row: Row[Any]) -> SentReading:
    return SentReading(
        reference=RequestReference.parse(row.sent_reference),
        contract=ContractNumber(row.contract),
        serial=row.sent_meter,
        reading=Reading(
            index=MeterIndex(row.sent_index_m3),
            taken_on=row.sent_taken_on,
            source=ReadingSource.SUBSCRIBER,
        ),
        drawn_m3=row.sent_drawn_m3,
        review=Review(row.sent_review),
        photo=row.sent_photo,
        exported_at=row.sent_exported_at,
        seen_at=row.sent_seen_at,
    )
