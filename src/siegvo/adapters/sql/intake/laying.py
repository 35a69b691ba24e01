"""The quickest way each database has to take rows in."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final

from sqlalchemy import Connection

from siegvo.adapters.sql.intake.laid import SCHEMA, laid
from siegvo.application.ports.feeds import ReadingRows

Lay = Callable[[Connection, ReadingRows], None]

_COLUMNS: Final = ", ".join(column.name for column in laid.c)
_INSERT: Final = f"INSERT INTO {SCHEMA}.{laid.name} ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)"  # noqa: S608
_COPY: Final = f"COPY {laid.name} ({_COLUMNS}) FROM STDIN"

_ESCAPES: Final = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
_MEANS_SOMETHING: Final = re.compile(r"[\\\t\n\r]")

# The driver takes four times as long for a `date` or for a member of an enumeration.
_iso: Final = lru_cache(maxsize=10_000)(date.isoformat)
_word: Final = attrgetter("_value_")


def way_to_lay(connection: Connection) -> Lay:
    """Return how rows are laid down in a database such as this one.

    They are sure to lie there only once the driver commits.
    """
    return _by_copy if connection.dialect.name == "postgresql" else _by_insert


def _by_insert(connection: Connection, rows: ReadingRows) -> None:
    driver: Any = connection.connection.dbapi_connection
    if not driver.in_transaction:
        # Only the bench is written to: the lock that writers queue for is not needed.
        driver.execute("BEGIN DEFERRED")
    driver.executemany(_INSERT, _tuples(rows, rows.serials))


def _by_copy(connection: Connection, rows: ReadingRows) -> None:
    driver: Any = connection.connection.dbapi_connection
    serials = _escaped(rows.serials)
    with driver.cursor() as cursor, cursor.copy(_COPY) as copy:
        copy.write("".join(map("%d\t%s\t%s\t%d\t%s\n".__mod__, _tuples(rows, serials))))


def _tuples(rows: ReadingRows, serials: Sequence[str]) -> Iterator[tuple[object, ...]]:
    days, sources = map(_iso, rows.days), map(_word, rows.sources)
    return zip(rows.lines, serials, days, rows.indexes, sources, strict=True)


def _escaped(serials: Sequence[str]) -> Sequence[str]:
    """Write what means something to COPY in its own way; hardly any file needs it."""
    if not _MEANS_SOMETHING.search("".join(serials)):
        return serials
    return [serial.translate(_ESCAPES) for serial in serials]
