"""What subscribers sent, in SQL."""

from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs
from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, insert, or_, select, update

from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.tables.metering import sent_readings
from siegvo.adapters.sql.tables.requests import requests
from siegvo.application.repositories.metering import SentReadingNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import Reading, ReadingSource
from siegvo.domain.metering.sent_reading import Review, SentReading
from siegvo.domain.requests.reference import RequestReference

NOT_SEEN_YET = and_(
    sent_readings.c.seen_at.is_(None),
    sent_readings.c.review != Review.REFUSED.value,
    sent_readings.c.review != Review.REPLACED.value,
)
"""What the billing system has not shown, and nobody took back."""

_AWAITED_BY: Final = Prepared(
    select(sent_readings)
    .join(requests, requests.c.reference == sent_readings.c.reference)
    .where(
        requests.c.account == bindparam("account"),
        sent_readings.c.contract == bindparam("number"),
        NOT_SEEN_YET,
    )
    .order_by(sent_readings.c.taken_on, sent_readings.c.reference)
)


@attrs.frozen
class SqlSentReadings:
    """`SentReadings`, in the table of that name."""

    connection: Connection

    def add(self, reading: SentReading) -> None:
        self.connection.execute(insert(sent_readings).values(_sent_row(reading)))

    def of(self, reference: RequestReference) -> SentReading:
        row = self.connection.execute(
            select(sent_readings).where(sent_readings.c.reference == str(reference))
        ).one_or_none()
        if row is None:
            raise SentReadingNotFound(reference)
        return sent_from(row)

    def save(self, reading: SentReading) -> None:
        stored = self.connection.execute(
            update(sent_readings)
            .where(sent_readings.c.reference == str(reading.reference))
            .values(_sent_row(reading))
        )
        if not stored.rowcount:
            raise SentReadingNotFound(reading.reference)

    def awaited_on(self, serial: str) -> tuple[SentReading, ...]:
        rows = self.connection.execute(
            select(sent_readings)
            .where(sent_readings.c.meter == serial, NOT_SEEN_YET)
            .order_by(sent_readings.c.taken_on, sent_readings.c.reference)
        )
        return tuple(map(sent_from, rows))

    def awaited_by(self, account: AccountId, contract: ContractNumber) -> tuple[SentReading, ...]:
        rows = _AWAITED_BY.rows(self.connection, {"account": account, "number": contract.digits})
        return tuple(map(sent_from, rows))

    def to_export(self, since: date | None) -> tuple[SentReading, ...]:
        rows = self.connection.execute(
            select(sent_readings)
            .join(requests, requests.c.reference == sent_readings.c.reference)
            .where(
                sent_readings.c.review.in_([Review.NONE.value, Review.ACCEPTED.value]),
                _not_left_before(since),
            )
            .order_by(requests.c.asked_at, sent_readings.c.reference)
        )
        return tuple(map(sent_from, rows))


def _not_left_before(day: date | None) -> ColumnElement[bool]:
    """Match what has not left yet; with a `day`, also what left since its morning in Paris."""
    left = sent_readings.c.exported_at
    if day is None:
        return left.is_(None)
    return or_(left.is_(None), left >= datetime.combine(day, time(), ZoneInfo("Europe/Paris")))


def sent_from(row: Row[Any]) -> SentReading:
    """Return the reading whose columns `row` holds."""
    return SentReading(
        reference=RequestReference.parse(row.reference),
        contract=ContractNumber(row.contract),
        serial=row.meter,
        reading=Reading(
            index=MeterIndex(row.index_m3),
            taken_on=row.taken_on,
            source=ReadingSource.SUBSCRIBER,
        ),
        drawn_m3=row.drawn_m3,
        review=Review(row.review),
        photo=row.photo,
        exported_at=row.exported_at,
        seen_at=row.seen_at,
    )


def _sent_row(sent: SentReading) -> dict[str, object]:
    return {
        "reference": str(sent.reference),
        "contract": sent.contract.digits,
        "meter": sent.serial,
        "taken_on": sent.reading.taken_on,
        "index_m3": sent.reading.index.cubic_metres,
        "drawn_m3": sent.drawn_m3,
        "review": sent.review.value,
        "photo": sent.photo,
        "exported_at": sent.exported_at,
        "seen_at": sent.seen_at,
    }
