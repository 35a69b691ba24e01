"""Rows that lie on the bench, judged all together.

`today`, `first` and `last` are the parameters: the day, and the lines concerned.
"""

from typing import Final

from sqlalchemy import and_, bindparam, case, func, insert, or_, select, update
from sqlalchemy.dialects.postgresql import insert as insert_unless

from siegvo.adapters.sql.intake.laid import laid, refused
from siegvo.adapters.sql.tables.metering import meters, readings
from siegvo.domain.metering.meter import FEWEST_DIALS, MOST_DIALS

_TODAY: Final = bindparam("today", type_=laid.c.taken_on.type)

_CAPACITY: Final = case(
    {dials: 10**dials for dials in range(FEWEST_DIALS, MOST_DIALS)},
    value=meters.c.dials,
    else_=10**MOST_DIALS,
)

_KNOWN: Final = and_(readings.c.meter == laid.c.meter, readings.c.taken_on == laid.c.taken_on)

_DIFFERS: Final = or_(readings.c.index_m3 != laid.c.index_m3, readings.c.source != laid.c.source)

_STANDS: Final = laid.c.line.not_in(select(refused.c.line))

KEEP_NEW: Final = (
    insert_unless(readings)
    .from_select(
        ["meter", "taken_on", "index_m3", "source"],
        select(laid.c.meter, laid.c.taken_on, laid.c.index_m3, laid.c.source)
        .join(meters, meters.c.serial == laid.c.meter)
        .where(
            laid.c.line.between(bindparam("first"), bindparam("last")),
            laid.c.taken_on <= _TODAY,
            laid.c.taken_on >= meters.c.fitted_on,
            or_(meters.c.removed_on.is_(None), laid.c.taken_on <= meters.c.removed_on),
            laid.c.index_m3 < _CAPACITY,
        )
        .order_by(laid.c.meter, laid.c.taken_on, laid.c.line),
    )
    .on_conflict_do_nothing()
    .execution_options(preserve_rowcount=True)
)
"""Keep the good readings of days nobody knew, in the order of their table; first line first."""

REFUSE_IMPOSSIBLE: Final = insert(refused).from_select(
    ["line", "fitted_on", "removed_on", "dials"],
    select(laid.c.line, meters.c.fitted_on, meters.c.removed_on, meters.c.dials)
    .join(meters, meters.c.serial == laid.c.meter, isouter=True)
    .where(
        or_(
            meters.c.serial.is_(None),
            laid.c.taken_on > _TODAY,
            laid.c.taken_on < meters.c.fitted_on,
            laid.c.taken_on > meters.c.removed_on,
            laid.c.index_m3 >= _CAPACITY,
        )
    ),
)
"""Refuse what the meter cannot have shown that day."""

_by_day = (laid.c.meter, laid.c.taken_on)
_with_first = (
    select(
        laid.c.line,
        laid.c.index_m3,
        laid.c.source,
        func.first_value(laid.c.line)
        .over(partition_by=_by_day, order_by=laid.c.line)
        .label("first_line"),
        func.first_value(laid.c.index_m3)
        .over(partition_by=_by_day, order_by=laid.c.line)
        .label("first_m3"),
        func.first_value(laid.c.source)
        .over(partition_by=_by_day, order_by=laid.c.line)
        .label("first_source"),
    )
    .where(_STANDS)
    .subquery()
)

REFUSE_CONTRADICTIONS: Final = insert(refused).from_select(
    ["line", "first_line"],
    select(_with_first.c.line, _with_first.c.first_line).where(
        or_(
            _with_first.c.index_m3 != _with_first.c.first_m3,
            _with_first.c.source != _with_first.c.first_source,
        )
    ),
)
"""Refuse what says something else than a line above, after the impossible were refused."""

UPDATE_KNOWN: Final = (
    update(readings)
    .values(index_m3=laid.c.index_m3, source=laid.c.source)
    .where(_KNOWN, _DIFFERS, _STANDS)
    .execution_options(preserve_rowcount=True)
)
"""Let what is left replace what was known of the same days."""

_standing_days = select(laid.c.meter, laid.c.taken_on).where(_STANDS).distinct().subquery()

COUNT_NEW: Final = (
    select(func.count())
    .select_from(_standing_days)
    .where(
        ~select(readings.c.meter)
        .where(
            readings.c.meter == _standing_days.c.meter,
            readings.c.taken_on == _standing_days.c.taken_on,
        )
        .exists()
    )
)
"""Count what `KEEP_NEW` would keep."""

COUNT_CHANGED: Final = select(func.count()).select_from(
    select(laid.c.meter, laid.c.taken_on)
    .join(readings, _KNOWN)
    .where(_DIFFERS, _STANDS)
    .distinct()
    .subquery()
)
"""Count what `UPDATE_KNOWN` would update."""

COUNT_REFUSED: Final = select(func.count()).select_from(refused)

REFUSED: Final = (
    select(
        laid,
        refused.c.fitted_on,
        refused.c.removed_on,
        refused.c.dials,
        refused.c.first_line,
    )
    .join(refused, refused.c.line == laid.c.line)
    .where(laid.c.line > bindparam("beyond"))
    .order_by(laid.c.line)
    .limit(1000)
)
"""Return the next lines that were refused, with what there is to say about each."""
