"""Contracts at a glance, each in one statement."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, bindparam, select

from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.readers.known_invoices import known_invoice
from siegvo.adapters.sql.readers.sheet_rows import (
    OF_SHEET,
    OF_TENURE,
    each_in,
    of_latest_tenure,
    with_sheet,
)
from siegvo.adapters.sql.repositories.tenures import tenure_from
from siegvo.adapters.sql.tables.contracts import contracts, links, payers, tenures
from siegvo.application.readers.contracts import AwaitedReading, ContractSheet, MeterSheet
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import Reading, ReadingSource
from siegvo.domain.metering.sent_reading import Review
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState

_SHEET: Final = Prepared(
    select(*OF_TENURE, *OF_SHEET)
    .select_from(
        with_sheet(
            tenures.join(contracts, contracts.c.number == tenures.c.contract)
            .join(links, links.c.payer == tenures.c.payer)
            .join(payers, payers.c.code == tenures.c.payer)
        )
    )
    .where(
        links.c.account == bindparam("holder"),
        tenures.c.contract == bindparam("number"),
    )
)


@attrs.frozen
class SqlContractSheets:
    """`ContractSheets`, from tenures, meters, readings and invoices, and from what was sent."""

    connection: Connection

    def held_by(self, holder: AccountId, number: ContractNumber) -> ContractSheet:
        rows = _SHEET.rows(self.connection, {"holder": holder, "number": number.digits})
        if not rows:
            raise ContractNotFound(number)
        return sheet_from(rows)


def sheet_from(found: Sequence[Row[Any]]) -> ContractSheet:
    """Return the sheet of the latest tenure that `found` tells of."""
    rows = of_latest_tenure(found)
    first = rows[0]
    return ContractSheet(
        tenure=tenure_from(first),
        payer_name=first.payer_name,
        meters=tuple(sorted(map(_meter_sheet, each_in(rows, "serial")), key=_fitted)),
        awaited=tuple(sorted(map(_awaited, each_in(rows, "awaited_reference")), key=_taken)),
        last_invoice=None if first.number is None else known_invoice(rows),
        e_invoice_asked=first.e_invoice_asked,
        is_mailbox_refused=first.is_mailbox_refused,
        is_payment_changed_here=first.is_payment_changed_here,
        has_open_requests=first.has_open_requests,
        has_leak_notice=first.has_leak_notice,
        has_announcements=first.has_announcements,
    )


def _meter_sheet(row: Row[Any]) -> MeterSheet:
    return MeterSheet(
        serial=row.serial,
        dials=row.dials,
        fitted_on=row.fitted_on,
        is_remote_read=row.remote_read,
        last=_reading(row.last_taken_on, row.last_index_m3, row.last_source),
        last_actual=_reading(row.actual_taken_on, row.actual_index_m3, row.actual_source),
    )


def _reading(taken_on: date | None, cubic_metres: int, source: str) -> Reading | None:
    if taken_on is None:
        return None
    return Reading(index=MeterIndex(cubic_metres), taken_on=taken_on, source=ReadingSource(source))


def _awaited(row: Row[Any]) -> AwaitedReading:
    return AwaitedReading(
        reference=RequestReference.parse(row.awaited_reference),
        serial=row.awaited_meter,
        index=MeterIndex(row.awaited_index_m3),
        taken_on=row.awaited_taken_on,
        review=Review(row.awaited_review),
        state=RequestState(row.awaited_state),
    )


def _fitted(meter: MeterSheet) -> tuple[date, str]:
    return meter.fitted_on, meter.serial


def _taken(reading: AwaitedReading) -> tuple[date, str]:
    return reading.taken_on, str(reading.reference)
