"""Invoice lines that lie on the bench, judged all together, as readings are in `judging`."""

from typing import Final

from sqlalchemy import FromClause, and_, bindparam, func, insert, or_, select, update
from sqlalchemy.dialects.postgresql import insert as insert_unless
from sqlalchemy.sql.elements import ColumnElement

from siegvo.adapters.sql.intake.laid_lines import laid, odd, refused, standing
from siegvo.adapters.sql.intake.setwise import Rules
from siegvo.adapters.sql.tables.billing import invoice_lines, invoices

_KEY: Final = ("invoice", "rank")
_FACTS: Final = tuple(column.name for column in invoice_lines.c if column.name not in _KEY)
_IS_GOOD: Final = laid.c.line.not_in(select(refused.c.line))


def _same_rank(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    return and_(one.c.invoice == other.c.invoice, one.c.rank == other.c.rank)


def _differ(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    return or_(
        *(one.c[name] != other.c[name] for name in _FACTS if name != "unit"),
        one.c.unit.is_distinct_from(other.c.unit),
    )


_KEEP_NEW: Final = (
    insert_unless(invoice_lines)
    .from_select(
        [*_KEY, *_FACTS],
        select(*(laid.c[name] for name in (*_KEY, *_FACTS)))
        .join(invoices, invoices.c.number == laid.c.invoice)
        .where(laid.c.line.between(bindparam("first"), bindparam("last")))
        .order_by(laid.c.invoice, laid.c.rank, laid.c.line),
    )
    .on_conflict_do_nothing()
    .execution_options(preserve_rowcount=True)
)

_REFUSE_UNKNOWN: Final = insert(refused).from_select(
    ["line"],
    select(laid.c.line)
    .join(invoices, invoices.c.number == laid.c.invoice, isouter=True)
    .where(invoices.c.number.is_(None)),
)

_FIND_ODD: Final = (
    insert_unless(odd)
    .from_select(
        [*_KEY],
        select(laid.c.invoice, laid.c.rank)
        .join(invoice_lines, _same_rank(invoice_lines, laid), isouter=True)
        .where(_IS_GOOD, or_(invoice_lines.c.invoice.is_(None), _differ(invoice_lines, laid))),
    )
    .on_conflict_do_nothing()
)

_LET_FIRST_STAND: Final = (
    insert_unless(standing)
    .from_select(
        [*_KEY, "line", *_FACTS],
        select(*(laid.c[name] for name in (*_KEY, "line", *_FACTS)))
        .join(odd, _same_rank(odd, laid))
        .where(_IS_GOOD)
        .order_by(laid.c.line),
    )
    .on_conflict_do_nothing()
)

_REFUSE_CONTRADICTIONS: Final = insert(refused).from_select(
    ["line", "first_line"],
    select(laid.c.line, standing.c.line)
    .join(standing, _same_rank(standing, laid))
    .where(_IS_GOOD, _differ(standing, laid)),
)

_UPDATE_KNOWN: Final = (
    update(invoice_lines)
    .values({name: standing.c[name] for name in _FACTS})
    .where(
        _same_rank(invoice_lines, standing),
        _differ(invoice_lines, standing),
        standing.c.line.between(bindparam("first"), bindparam("last")),
    )
    .execution_options(preserve_rowcount=True)
)

_standing = select(func.count()).select_from(standing)

RULES: Final = Rules(
    table="invoice_lines",
    lines_at_once=50_000,
    keep_new=_KEEP_NEW,
    judge=(_REFUSE_UNKNOWN, _FIND_ODD, _LET_FIRST_STAND, _REFUSE_CONTRADICTIONS),
    update_known=_UPDATE_KNOWN,
    count_new=_standing.join(
        invoice_lines, _same_rank(invoice_lines, standing), isouter=True
    ).where(invoice_lines.c.invoice.is_(None)),
    count_changed=_standing.join(invoice_lines, _same_rank(invoice_lines, standing)).where(
        _differ(invoice_lines, standing)
    ),
    count_refused=select(func.count()).select_from(refused),
    refused=(
        select(laid.c.line, laid.c.invoice, laid.c.rank, refused.c.first_line)
        .join(refused, refused.c.line == laid.c.line)
        .where(refused.c.line > bindparam("beyond"))
        .order_by(refused.c.line)
        .limit(1000)
    ),
)
