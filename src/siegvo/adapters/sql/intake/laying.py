"""The quickest way each database has to take rows in."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Table

Rows_contra = TypeVar("Rows_contra", contravariant=True)
Rows = TypeVar("Rows")

Text = Callable[[Sequence[str | None]], Sequence[str | None]]
"""Write a column of free texts as the database wants to read them."""

Cells = Callable[[Rows, Text], Iterable[tuple[object, ...]]]
"""Turn rows by column into tuples of plain values."""

Lay = Callable[[Connection, Rows], None]

_ESCAPES: Final = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
_MEANS_SOMETHING: Final = re.compile(r"[\\\t\n\r]")
_NOTHING: Final = r"\N"


def way_to_lay(connection: Connection, table: Table, cells: Cells[Rows]) -> Lay[Rows]:
    """Return how rows are laid down on `table` in a database such as this one.

    They are sure to lie there only once the driver commits.
    """
    columns = ", ".join(column.name for column in table.c)
    if connection.dialect.name == "postgresql":
        return _by_copy(f"COPY {table.name} ({columns}) FROM STDIN", len(table.c), cells)
    marks = ", ".join("?" * len(table.c))
    statement = f"INSERT INTO {table.schema}.{table.name} ({columns}) VALUES ({marks})"  # noqa: S608
    return _by_insert(statement, cells)


def _by_insert(statement: str, cells: Cells[Rows]) -> Lay[Rows]:
    def lay(connection: Connection, rows: Rows) -> None:
        driver: Any = connection.connection.dbapi_connection
        if not driver.in_transaction:
            # Only the bench is written to: the lock that writers queue for is not needed.
            driver.execute("BEGIN DEFERRED")
        driver.executemany(statement, cells(rows, _as_it_is))

    return lay


def _by_copy(statement: str, width: int, cells: Cells[Rows]) -> Lay[Rows]:
    line = "\t".join(["%s"] * width) + "\n"

    def lay(connection: Connection, rows: Rows) -> None:
        driver: Any = connection.connection.dbapi_connection
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            copy.write("".join(map(line.__mod__, cells(rows, _escaped))))

    return lay


def _as_it_is(texts: Sequence[str | None]) -> Sequence[str | None]:
    return texts


def _escaped(texts: Sequence[str | None]) -> Sequence[str | None]:
    """Write what means something to COPY in its own way; hardly any file needs it."""
    written = [_NOTHING if text is None else text for text in texts]
    if not _MEANS_SOMETHING.search("".join(filter(None, texts))):
        return written
    return [_NOTHING if text is None else text.translate(_ESCAPES) for text in texts]
