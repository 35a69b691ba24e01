"""Readings that were sent and that the billing system may show by now, in SQL."""

from collections.abc import Sequence
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, and_, bindparam, or_, select

from siegvo.adapters.sql.repositories.meters import reading_from
from siegvo.adapters.sql.repositories.sent_readings import NOT_SEEN_YET, sent_from
from siegvo.adapters.sql.tables.metering import readings, sent_readings
from siegvo.adapters.sql.tables.requests import requests
from siegvo.application.repositories.intake import MaybeShown
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState

_MOST: Final = 200

_WAITING: Final = (
    select(sent_readings)
    .join(requests, requests.c.reference == sent_readings.c.reference)
    .where(
        NOT_SEEN_YET,
        requests.c.state.in_([state.value for state in RequestState if not state.is_final]),
        sent_readings.c.reference > bindparam("beyond"),
        select(readings.c.meter)
        .where(
            readings.c.meter == sent_readings.c.meter,
            or_(
                readings.c.taken_on == sent_readings.c.taken_on,
                readings.c.index_m3 == sent_readings.c.index_m3,
            ),
        )
        .exists(),
    )
    .order_by(sent_readings.c.reference)
    .limit(_MOST)
)

_KNOWN: Final = (
    select(sent_readings.c.reference, readings)
    .join(
        readings,
        and_(
            readings.c.meter == sent_readings.c.meter,
            or_(
                readings.c.taken_on == sent_readings.c.taken_on,
                readings.c.index_m3 == sent_readings.c.index_m3,
            ),
        ),
    )
    .where(sent_readings.c.reference.in_(bindparam("references", expanding=True)))
    .order_by(sent_readings.c.reference, readings.c.taken_on)
)


@attrs.frozen
class SqlReadingIntake:
    """`ReadingIntake`, by joining what was sent with the table `readings`."""

    connection: Connection

    def maybe_shown(self, *, beyond: RequestReference | None) -> Sequence[MaybeShown]:
        after = {"beyond": str(beyond or "")}
        waiting = {row.reference: row for row in self.connection.execute(_WAITING, after)}
        known = self.connection.execute(_KNOWN, {"references": list(waiting)})
        return [_pair(waiting[row.reference], row) for row in known]


def _pair(sent: Row[Any], known: Row[Any]) -> MaybeShown:
    return MaybeShown(sent_from(sent), reading_from(known))
