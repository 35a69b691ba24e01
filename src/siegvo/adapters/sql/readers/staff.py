"""What staff look at, counted by the database."""

from typing import Final

import attrs
from sqlalchemy import Connection, Table, bindparam, func, select

from siegvo.adapters.sql.tables.accounts import accounts, registrations
from siegvo.adapters.sql.tables.billing import collections, invoice_lines, invoices
from siegvo.adapters.sql.tables.contracts import contracts, links, payers, tenures
from siegvo.adapters.sql.tables.metering import meters, readings, sent_readings
from siegvo.adapters.sql.tables.outbox import outbox
from siegvo.adapters.sql.tables.requests import requests
from siegvo.application.readers.staff import Counts, UntoldEvent
from siegvo.domain.metering.sent_reading import Review

_WHOLE: Final[dict[str, Table]] = {
    "accounts": accounts,
    "registrations": registrations,
    "links": links,
    "contracts": contracts,
    "tenures": tenures,
    "payers": payers,
    "meters": meters,
    "readings": readings,
    "sent_readings": sent_readings,
    "invoices": invoices,
    "invoice_lines": invoice_lines,
    "collections": collections,
    "requests": requests,
}
_IN_PART: Final = {
    "readings_to_review": select(func.count())
    .select_from(sent_readings)
    .where(sent_readings.c.review == Review.AWAITED),
    "letters_waiting": select(func.count()).select_from(outbox).where(outbox.c.due_at.is_not(None)),
    "letters_given_up": select(func.count())
    .select_from(outbox)
    .where(outbox.c.gave_up_at.is_not(None)),
}
_COUNTS: Final = select(
    *(
        select(func.count()).select_from(table).scalar_subquery().label(name)
        for name, table in _WHOLE.items()
    ),
    *(part.scalar_subquery().label(name) for name, part in _IN_PART.items()),
)
_UNTOLD: Final = (
    select(
        outbox.c.event,
        outbox.c.at,
        outbox.c.tries,
        outbox.c.due_at,
        outbox.c.trouble,
        outbox.c.facts["reference"].as_string().label("reference"),
        outbox.c.facts["account"].as_string().label("account"),
    )
    .where(outbox.c.told_at.is_(None))
    .order_by(outbox.c.at, outbox.c.id)
    .limit(bindparam("most"))
)


@attrs.frozen
class SqlStatistics:
    """`Statistics`, in one statement."""

    connection: Connection

    def counts(self) -> Counts:
        return Counts(**self.connection.execute(_COUNTS).mappings().one())


@attrs.frozen
class SqlUntoldEvents:
    """`UntoldEvents`, from the outbox."""

    connection: Connection

    def oldest(self, *, most: int) -> tuple[UntoldEvent, ...]:
        rows = self.connection.execute(_UNTOLD, {"most": most}).mappings()
        return tuple(UntoldEvent(**row) for row in rows)
