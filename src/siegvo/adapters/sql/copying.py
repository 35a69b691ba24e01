"""All that a database holds, copied into another one, of the same kind or of the other."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, Engine, Table, exists, func, insert, inspect, literal, select

from siegvo.adapters.sql.long_work import alone
from siegvo.adapters.sql.schema import metadata
from siegvo.adapters.sql.troubles import Translated
from siegvo.adapters.sql.upgrade import pending, upgrade
from siegvo.application.ports.backup import CopyIncomplete, DatabaseNotEmpty

_AT_ONCE: Final = 5_000

_AS_ONE_SEES_IT_NOW: Final[Mapping[str, tuple[str, ...]]] = {
    "sqlite": (),  # nobody writes as long as we read
    "postgresql": ("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",),
}


def prepare(target: Engine) -> None:
    """Give an empty database our tables.

    Raises:
        DatabaseNotEmpty: it has tables already, and they are not ours, or not of this release.
        DatabaseUnavailable: it cannot be reached.
        SchemaTooNew: a later release has been here.
    """
    with Translated():
        has_tables = bool(inspect(target).get_table_names())
    if has_tables and pending(target):
        raise DatabaseNotEmpty
    upgrade(target)


def copy(source: Engine, target: Engine) -> Mapping[str, int]:
    """Copy every row of `source` into `target`, all or none; return how many each table has.

    Both have the tables of this release.  A portal at work on SQLite waits meanwhile; on
    PostgreSQL what it writes after the beginning is not copied.

    Raises:
        DatabaseNotEmpty: `target` holds rows already.
        CopyIncomplete: it would not hold as many as `source`; nothing was kept.
        DatabaseUnavailable: one of them cannot be reached, or has no room.
    """
    with Translated(), source.connect() as read, target.connect() as written:
        with read.begin(), written.begin():
            for statement in _AS_ONE_SEES_IT_NOW[source.dialect.name]:
                read.exec_driver_sql(statement)
            alone(read)
            alone(written)
            if any(_has_rows(written, table) for table in metadata.sorted_tables):
                raise DatabaseNotEmpty
            for table in metadata.sorted_tables:
                _pour(table, read, written)
                _go_on_counting(written, table)
            copied = {
                table.name: _compared(table, read, written) for table in metadata.tables.values()
            }
        _take_stock(written)
    return copied


def _has_rows(connection: Connection, table: Table) -> bool:
    return bool(connection.scalar(select(exists(select(literal(1)).select_from(table)))))


def _pour(table: Table, read: Connection, written: Connection) -> None:
    rows = read.execution_options(yield_per=_AT_ONCE).execute(select(table)).mappings()
    for some in rows.partitions():
        written.execute(insert(table), [dict(row) for row in some])


def _go_on_counting(written: Connection, table: Table) -> None:
    """Have the next row numbered after those that came with their numbers."""
    column = table.autoincrement_column
    if column is None or written.dialect.name != "postgresql":
        return  # SQLite goes on from the highest by itself
    counter = func.pg_get_serial_sequence(table.name, column.name)
    if last := written.scalar(select(func.max(column))):
        written.execute(select(func.setval(counter, last)))


def _compared(table: Table, read: Connection, written: Connection) -> int:
    """Return how many rows there are on both sides."""
    count = select(func.count()).select_from(table)
    there, here = read.scalar(count), written.scalar(count)
    if there != here:
        raise CopyIncomplete
    return int(here or 0)


def _take_stock(written: Connection) -> None:
    """Tell the database what it holds now, so that it plans well."""
    with written.begin():
        written.exec_driver_sql("ANALYZE")
