"""What an account sent about a contract and the billing system has not shown, in one statement."""

from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, select

from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.repositories.sent_readings import NOT_SEEN_YET
from siegvo.adapters.sql.tables.metering import sent_readings
from siegvo.adapters.sql.tables.requests import requests
from siegvo.application.readers.contracts import AwaitedReading
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.sent_reading import Review
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState

_AWAITED: Final = Prepared(
    select(sent_readings, requests.c.state)
    .join(requests, requests.c.reference == sent_readings.c.reference)
    .where(
        requests.c.account == bindparam("sender"),
        sent_readings.c.contract == bindparam("number"),
        sent_readings.c.taken_on.between(bindparam("first"), bindparam("last")),
        NOT_SEEN_YET,
    )
    .order_by(sent_readings.c.taken_on, sent_readings.c.reference)
)


def readings_awaited(
    connection: Connection, *, sender: AccountId, tenure: Tenure
) -> tuple[AwaitedReading, ...]:
    """Return what `sender` read in the days of `tenure`, the oldest first."""
    rows = _AWAITED.rows(
        connection,
        {
            "sender": sender,
            "number": tenure.contract.digits,
            "first": tenure.days.first,
            "last": tenure.days.last or date.max,
        },
    )
    return tuple(map(_awaited, rows))


def _awaited(row: Row[Any]) -> AwaitedReading:
    return AwaitedReading(
        reference=RequestReference.parse(row.reference),
        serial=row.meter,
        index=MeterIndex(row.index_m3),
        taken_on=row.taken_on,
        review=Review(row.review),
        state=RequestState(row.state),
    )
