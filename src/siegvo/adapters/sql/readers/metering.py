"""Readings that wait for staff, in one statement."""

from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, and_, func, select

from siegvo.adapters.sql.tables.metering import meters, readings, sent_readings
from siegvo.adapters.sql.tables.requests import requests
from siegvo.application.readers.metering import ReadingToReview
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.meter import Fitting
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import Reading, ReadingSource
from siegvo.domain.metering.sent_reading import Review
from siegvo.domain.requests.reference import RequestReference

_earlier = readings.alias("earlier")
_previous = readings.alias("previous")
_day_before = (
    select(func.max(_earlier.c.taken_on))
    .where(
        _earlier.c.meter == sent_readings.c.meter,
        _earlier.c.taken_on < sent_readings.c.taken_on,
        _earlier.c.source != ReadingSource.ESTIMATE.value,
    )
    .correlate(sent_readings)
    .scalar_subquery()
)
_AWAITED: Final = (
    select(
        sent_readings,
        requests.c.asked_at,
        meters.c.fitted_on,
        meters.c.fitted_m3,
        _previous.c.taken_on.label("previous_on"),
        _previous.c.index_m3.label("previous_m3"),
        _previous.c.source.label("previous_source"),
    )
    .join_from(sent_readings, requests, requests.c.reference == sent_readings.c.reference)
    .join(meters, meters.c.serial == sent_readings.c.meter)
    .outerjoin(
        _previous,
        and_(_previous.c.meter == sent_readings.c.meter, _previous.c.taken_on == _day_before),
    )
    .where(sent_readings.c.review == Review.AWAITED.value)
    .order_by(requests.c.asked_at, sent_readings.c.reference)
)


@attrs.frozen
class SqlReadingReviews:
    """`ReadingReviews`, from what was sent and what was known."""

    connection: Connection

    def awaited(self) -> tuple[ReadingToReview, ...]:
        return tuple(map(_to_review, self.connection.execute(_AWAITED)))


def _to_review(row: Row[Any]) -> ReadingToReview:
    return ReadingToReview(
        reference=RequestReference.parse(row.reference),
        contract=ContractNumber(row.contract),
        serial=row.meter,
        index=MeterIndex(row.index_m3),
        taken_on=row.taken_on,
        sent_at=row.asked_at,
        drawn_m3=row.drawn_m3,
        previous=_previous_actual(row),
        photo=row.photo,
    )


def _previous_actual(row: Row[Any]) -> Reading:
    """Return the last actual reading before it: on the day of the fitting, if none since."""
    if row.previous_on is None:
        return Fitting(on=row.fitted_on, index=MeterIndex(row.fitted_m3)).as_reading()
    return Reading(
        index=MeterIndex(row.previous_m3),
        taken_on=row.previous_on,
        source=ReadingSource(row.previous_source),
    )
