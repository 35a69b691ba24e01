"""Contracts at a glance, in three statements."""

from datetime import date
from typing import Any, Final

import attrs
from sqlalchemy import ColumnElement, Connection, FromClause, Row, and_, func, or_, select

from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.readers.awaited_readings import readings_awaited
from siegvo.adapters.sql.readers.e_invoice_standing import HAS_BOUNCED, NEWEST_WISH
from siegvo.adapters.sql.readers.known_invoices import last_invoice
from siegvo.adapters.sql.readers.open_requests import HAS_OPEN_REQUESTS
from siegvo.adapters.sql.readers.payment_standing import WAS_CHANGED_HERE
from siegvo.adapters.sql.repositories.tenures import LATEST_HELD, tenure_from
from siegvo.adapters.sql.tables.contracts import payers, tenures
from siegvo.adapters.sql.tables.metering import meters, readings
from siegvo.application.readers.contracts import ContractSheet, MeterSheet
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import Reading, ReadingSource

_held = (
    LATEST_HELD.add_columns(
        payers.c.name.label("payer_name"),
        func.coalesce(tenures.c.ended_on, date.max).label("last_day"),
        NEWEST_WISH.label("e_invoice_asked"),
        HAS_BOUNCED.label("is_mailbox_refused"),
        WAS_CHANGED_HERE.label("is_payment_changed_here"),
        HAS_OPEN_REQUESTS.label("has_open_requests"),
    )
    .join(payers, payers.c.code == tenures.c.payer)
    .cte("held")
)
_last, _actual = readings.alias("last"), readings.alias("actual")


def _newest(shown: FromClause, *among: ColumnElement[bool]) -> ColumnElement[bool]:
    """Match the newest reading of the meter, within the payer's own days."""
    newest = (
        select(func.max(readings.c.taken_on))
        .where(
            readings.c.meter == meters.c.serial,
            readings.c.taken_on.between(_held.c.started_on, _held.c.last_day),
            *among,
        )
        .correlate(meters, _held)
        .scalar_subquery()
    )
    return and_(shown.c.meter == meters.c.serial, shown.c.taken_on == newest)


# What came or went after the payer's last day is for the next payer to know.
_IN_SERVICE: Final = and_(
    meters.c.contract == _held.c.contract,
    meters.c.fitted_on <= _held.c.last_day,
    or_(meters.c.removed_on.is_(None), meters.c.removed_on > _held.c.ended_on),
)
_SHEET: Final = Prepared(
    select(
        _held,
        meters.c.serial,
        meters.c.dials,
        meters.c.fitted_on,
        meters.c.remote_read,
        *(each.label(f"last_{each.name}") for each in _last.c),
        *(each.label(f"actual_{each.name}") for each in _actual.c),
    )
    .select_from(_held)
    .outerjoin(meters, _IN_SERVICE)
    .outerjoin(_last, _newest(_last))
    .outerjoin(_actual, _newest(_actual, readings.c.source != ReadingSource.ESTIMATE.value))
    .order_by(meters.c.fitted_on, meters.c.serial)
)


@attrs.frozen
class SqlContractSheets:
    """`ContractSheets`, from tenures, meters, readings and invoices, and from what was sent."""

    connection: Connection

    def held_by(self, holder: AccountId, number: ContractNumber) -> ContractSheet:
        rows = _SHEET.rows(self.connection, {"holder": holder, "number": number.digits})
        if not rows:
            raise ContractNotFound(number)
        tenure = tenure_from(rows[0])
        return ContractSheet(
            tenure=tenure,
            payer_name=rows[0].payer_name,
            meters=tuple(_meter_sheet(row) for row in rows if row.serial is not None),
            awaited=readings_awaited(self.connection, sender=holder, tenure=tenure),
            last_invoice=last_invoice(self.connection, tenure),
            e_invoice_asked=rows[0].e_invoice_asked,
            is_mailbox_refused=rows[0].is_mailbox_refused,
            is_payment_changed_here=rows[0].is_payment_changed_here,
            has_open_requests=rows[0].has_open_requests,
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
