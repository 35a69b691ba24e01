"""Rows that lie on the bench, judged all together.

Nothing here sorts or holds a whole file: a million rows are no reason to have much memory.
`today`, `first` and `last` are the parameters: the day, and the lines concerned.
"""

from typing import Final

from sqlalchemy import FromClause, and_, bindparam, case, func, insert, or_, select, update
from sqlalchemy.dialects.postgresql import insert as insert_unless
from sqlalchemy.sql.elements import ColumnElement

from siegvo.adapters.sql.intake.laid import laid, odd_days, refused, standing
from siegvo.adapters.sql.intake.setwise import Rules
from siegvo.adapters.sql.tables.metering import meters, readings
from siegvo.domain.metering.meter import FEWEST_DIALS, MOST_DIALS

_TODAY: Final = bindparam("today", type_=laid.c.taken_on.type)

_CAPACITY: Final = case(
    {dials: 10**dials for dials in range(FEWEST_DIALS, MOST_DIALS)},
    value=meters.c.dials,
    else_=10**MOST_DIALS,
)

_IS_GOOD: Final = laid.c.line.not_in(select(refused.c.line))


def _same_day(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    return and_(one.c.meter == other.c.meter, one.c.taken_on == other.c.taken_on)


def _differ(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    return or_(one.c.index_m3 != other.c.index_m3, one.c.source != other.c.source)


_KEEP_NEW: Final = (
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
"""Of some lines, keep the good readings of days nobody knew, in the order of their table."""

_REFUSE_IMPOSSIBLE: Final = insert(refused).from_select(
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

_FIND_ODD_DAYS: Final = (
    insert_unless(odd_days)
    .from_select(
        ["meter", "taken_on"],
        select(laid.c.meter, laid.c.taken_on)
        .join(readings, _same_day(readings, laid), isouter=True)
        .where(_IS_GOOD, or_(readings.c.meter.is_(None), _differ(readings, laid))),
    )
    .on_conflict_do_nothing()
)

_LET_FIRST_STAND: Final = (
    insert_unless(standing)
    .from_select(
        ["meter", "taken_on", "line", "index_m3", "source"],
        select(laid.c.meter, laid.c.taken_on, laid.c.line, laid.c.index_m3, laid.c.source)
        .join(odd_days, _same_day(odd_days, laid))
        .where(_IS_GOOD)
        .order_by(laid.c.line),
    )
    .on_conflict_do_nothing()
)

_REFUSE_CONTRADICTIONS: Final = insert(refused).from_select(
    ["line", "first_line"],
    select(laid.c.line, standing.c.line)
    .join(standing, _same_day(standing, laid))
    .where(_IS_GOOD, _differ(standing, laid)),
)
"""Refuse what says something else than the first good row of the same day."""

_UPDATE_KNOWN: Final = (
    update(readings)
    .values(index_m3=standing.c.index_m3, source=standing.c.source)
    .where(
        _same_day(readings, standing),
        _differ(readings, standing),
        standing.c.line.between(bindparam("first"), bindparam("last")),
    )
    .execution_options(preserve_rowcount=True)
)
"""Let what stands, on some lines, replace what was known."""

_with_known = (
    select(func.count())
    .select_from(standing)
    .join(readings, _same_day(readings, standing), isouter=True)
)

RULES: Final = Rules(
    table="readings",
    lines_at_once=25_000,
    keep_new=_KEEP_NEW,
    judge=(_REFUSE_IMPOSSIBLE, _FIND_ODD_DAYS, _LET_FIRST_STAND, _REFUSE_CONTRADICTIONS),
    update_known=_UPDATE_KNOWN,
    count_new=_with_known.where(readings.c.meter.is_(None)),
    count_changed=_with_known.where(_differ(readings, standing)),
    count_refused=select(func.count()).select_from(refused),
    refused=(
        select(
            laid,
            refused.c.fitted_on,
            refused.c.removed_on,
            refused.c.dials,
            refused.c.first_line,
        )
        .join(refused, refused.c.line == laid.c.line)
        .where(refused.c.line > bindparam("beyond"))
        .order_by(refused.c.line)
        .limit(1000)
    ),
)
