"""What may be abnormal, what homes draw, and what was found."""

from datetime import date
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, and_, func, select

from siegvo.adapters.sql.days import days_before, days_between
from siegvo.adapters.sql.readers.suspects import READ, SENT
from siegvo.adapters.sql.repositories.leaks import NOTICES, notice_from
from siegvo.adapters.sql.repositories.tenures import tenure_from
from siegvo.adapters.sql.tables.contracts import contracts, payers, tenures
from siegvo.adapters.sql.tables.leaks import leak_notices
from siegvo.adapters.sql.tables.metering import meters, readings
from siegvo.application.readers.leaks import LeakLine, Suspect
from siegvo.domain.contracts.category import Category
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.metering.comparable import ComparableHomes, Homes
from siegvo.domain.metering.leak import THREE_YEARS
from siegvo.domain.metering.plausibility import DailyDraw
from siegvo.domain.metering.reading import ReadingSource

_last, _first = readings.alias("last"), readings.alias("first")


def _actual(day: Any, *among: Any) -> Any:
    """Return the earliest or the latest of the meter's actual readings."""
    return (
        select(day)
        .where(
            readings.c.meter == meters.c.serial,
            readings.c.source != ReadingSource.ESTIMATE.value,
            *among,
        )
        .correlate(meters, _last)
        .scalar_subquery()
    )


_drawn = _last.c.index_m3 - _first.c.index_m3
_days = days_between(_last.c.taken_on, _first.c.taken_on)
_HOMES: Final = (
    select(
        contracts.c.postcode,
        contracts.c.town,
        func.count().label("homes"),
        func.sum(_drawn).label("cubic_metres"),
        func.sum(_days).label("days"),
    )
    .select_from(meters)
    .join(contracts, contracts.c.number == meters.c.contract)
    .join(tenures, tenures.c.contract == meters.c.contract)
    .join(
        _last,
        and_(
            _last.c.meter == meters.c.serial,
            _last.c.taken_on == _actual(func.max(readings.c.taken_on)),
        ),
    )
    .join(
        _first,
        and_(
            _first.c.meter == meters.c.serial,
            _first.c.taken_on
            == _actual(
                func.min(readings.c.taken_on),
                readings.c.taken_on >= days_before(_last.c.taken_on, THREE_YEARS.days),
            ),
        ),
    )
    .where(
        meters.c.removed_on.is_(None),
        tenures.c.ended_on.is_(None),
        tenures.c.category == Category.HOUSEHOLD.value,
        _drawn > 0,  # a home where nothing was drawn is lived in by nobody
    )
    .group_by(contracts.c.postcode, contracts.c.town)
)
_TOLD: Final = (
    NOTICES.add_columns(payers.c.name, payers.c.street, payers.c.postcode, payers.c.town)
    .join(payers, payers.c.code == leak_notices.c.payer)
    .order_by(leak_notices.c.told_at, leak_notices.c.contract, leak_notices.c.meter)
)


@attrs.frozen
class SqlLeakLists:
    """`LeakLists`, from what meters showed and what was told of it."""

    connection: Connection

    def suspects(self, *, since: date) -> tuple[Suspect, ...]:
        rows = [
            row
            for statement in (READ, SENT)
            for row in self.connection.execute(statement, {"since": since})
        ]
        found = {(row.contract, row.serial, row.payer): row for row in rows}
        return tuple(
            Suspect(serial=row.serial, tenure=tenure_from(row)) for _, row in sorted(found.items())
        )

    def comparable_homes(self) -> ComparableHomes:
        return ComparableHomes(
            {
                (row.postcode, row.town): Homes(
                    count=row.homes,
                    draw=DailyDraw(cubic_metres=int(row.cubic_metres), days=int(row.days)),
                )
                for row in self.connection.execute(_HOMES)
            }
        )

    def told(self, *, since: date) -> tuple[LeakLine, ...]:
        rows = self.connection.execute(_TOLD.where(leak_notices.c.told_on >= since))
        return tuple(map(_line, rows))


def _line(row: Row[Any]) -> LeakLine:
    return LeakLine(
        notice=notice_from(row),
        payer_name=row.name,
        address=PostalAddress(street=row.street, postcode=row.postcode, town=row.town),
    )
