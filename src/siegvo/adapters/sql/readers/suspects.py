"""Meters that may have turned too much, in one statement over the whole network.

It compares what each meter counted itself, and leaves to the domain whatever takes more than
that: several meters at one place, readings that contradict one another, homes without a past.
It may name some too many, and names none too few.
"""

from datetime import date
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    and_,
    bindparam,
    exists,
    func,
    literal_column,
    or_,
    select,
)

from siegvo.adapters.sql.days import days_before, days_between
from siegvo.adapters.sql.repositories.sent_readings import NOT_SEEN_YET
from siegvo.adapters.sql.repositories.tenures import ALL_TENURES
from siegvo.adapters.sql.tables.contracts import tenures
from siegvo.adapters.sql.tables.leaks import leak_notices
from siegvo.adapters.sql.tables.metering import meters, readings, sent_readings
from siegvo.domain.contracts.category import Category
from siegvo.domain.metering.leak import ABNORMAL_TIMES, SHORTEST, THREE_YEARS
from siegvo.domain.metering.reading import ReadingSource
from siegvo.domain.metering.sent_reading import Review

_last, _since = readings.alias("last"), readings.alias("since")
_base, _own = readings.alias("base"), readings.alias("own")
_former = meters.alias("former")
_IS_HOME: Final = tenures.c.category == Category.HOUSEHOLD.value
_TIMES: Final[ColumnElement[Any]] = literal_column(str(ABNORMAL_TIMES))
_ONCE: Final[ColumnElement[Any]] = literal_column("1")


def _actual(day: Any, *among: ColumnElement[bool]) -> ColumnElement[Any]:
    """Return `day`, the earliest or the latest, of the meter's actual readings."""
    return (
        select(day)
        .where(
            readings.c.meter == meters.c.serial,
            readings.c.source != ReadingSource.ESTIMATE.value,
            *among,
        )
        .correlate(meters, tenures, _last, sent_readings, _since)
        .scalar_subquery()
    )


_EARLIEST: Final = func.min(readings.c.taken_on)
_LATEST: Final = func.max(readings.c.taken_on)


def _is(shown: FromClause, day: ColumnElement[Any]) -> ColumnElement[bool]:
    return and_(shown.c.meter == meters.c.serial, shown.c.taken_on == day)


def _suspects(last: Any) -> Select[Any]:
    """Ask which meters may have turned too much until the reading `last`."""
    before = readings.c.taken_on <= days_before(last.c.taken_on, SHORTEST.days)
    in_three_years = readings.c.taken_on.between(
        days_before(_since.c.taken_on, THREE_YEARS.days), _since.c.taken_on
    )
    theirs = readings.c.taken_on >= tenures.c.started_on
    drawn, days = _between(_since, last)
    return (
        ALL_TENURES.add_columns(meters.c.serial)
        .join(meters, meters.c.contract == tenures.c.contract)
        .join(last, last.c.meter == meters.c.serial)
        .outerjoin(_since, _is(_since, _actual(_LATEST, before)))
        .outerjoin(_base, _is(_base, _actual(_EARLIEST, in_three_years)))
        .outerjoin(_own, _is(_own, _actual(_EARLIEST, in_three_years, theirs)))
        .where(
            _IS_HOME,
            last.c.taken_on >= bindparam("since"),
            tenures.c.started_on <= last.c.taken_on,
            func.coalesce(tenures.c.ended_on, date.max) >= last.c.taken_on,
            or_(
                _since.c.taken_on.is_(None),
                and_(
                    _since.c.taken_on >= tenures.c.started_on,
                    or_(
                        drawn < 0,
                        ~_is_past(_base, days),
                        _exceeds(drawn, days, _base, times=_TIMES),
                        and_(_is_past(_own, days), _exceeds(drawn, days, _own, times=_TIMES)),
                        and_(_HAD_ANOTHER, _exceeds(drawn, days, _base, times=_ONCE)),
                    ),
                ),
            ),
            ~_is_told(last),
        )
    )


def _between(earlier: Any, later: Any) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """Return what a meter counted between two readings, and in how many days."""
    return (
        later.c.index_m3 - earlier.c.index_m3,
        days_between(later.c.taken_on, earlier.c.taken_on),
    )


def _is_past(first: FromClause, days: ColumnElement[Any]) -> ColumnElement[bool]:
    """Match a past since `first` that is as long as what is looked at."""
    _, past_days = _between(first, _since)
    return past_days >= days


def _exceeds(
    drawn: ColumnElement[Any],
    days: ColumnElement[Any],
    first: FromClause,
    *,
    times: ColumnElement[Any],
) -> ColumnElement[bool]:
    """Match what exceeds so many times the mean since `first`, or a past that turned back."""
    past_m3, past_days = _between(first, _since)
    return or_(past_m3 < 0, drawn * past_days > times * past_m3 * days)


_HAD_ANOTHER: Final = exists().where(
    _former.c.contract == meters.c.contract,
    _former.c.removed_on >= days_before(_since.c.taken_on, THREE_YEARS.days),
)


def _is_told(last: Any) -> ColumnElement[bool]:
    """Match what was told already: of this reading, or of one after the period began."""
    began_on = func.coalesce(_since.c.taken_on, meters.c.fitted_on)
    return exists().where(
        leak_notices.c.meter == meters.c.serial,
        or_(leak_notices.c.last_on > began_on, leak_notices.c.last_on >= last.c.taken_on),
    )


READ: Final = _suspects(_last).where(_last.c.taken_on == _actual(_LATEST))
SENT: Final = _suspects(sent_readings).where(
    sent_readings.c.review.in_([Review.NONE.value, Review.ACCEPTED.value]), NOT_SEEN_YET
)
