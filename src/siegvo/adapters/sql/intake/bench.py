"""A bench in the database, beside the tables that everybody sees."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Engine, Insert, Row, Update, text

from siegvo.adapters.sql.intake import judging
from siegvo.adapters.sql.intake.beside import bench_beside
from siegvo.adapters.sql.intake.laying import Lay, way_to_lay
from siegvo.adapters.sql.troubles import Translated
from siegvo.application.ports.cell_faults import IndexBeyondDials
from siegvo.application.ports.feeds import ReadingRows, Rejection
from siegvo.application.ports.reading_bench import (
    Judged,
    MeterUnknown,
    OpenReadingBench,
    ReadingAfterRemoved,
    ReadingAhead,
    ReadingBeforeFitted,
    ReadingOnLine,
)
from siegvo.domain.errors import DomainError

LINES_AT_ONCE: Final = 200_000
"""Whoever wants to write meanwhile waits for so many at the most: a fraction of a second."""

MANY: Final = 10_000
"""So many new readings change what the database should know about its table."""


@attrs.define
class SqlReadingBench:
    """`ReadingBench`, in temporary tables of one connection."""

    connection: Connection
    lay_down: Lay
    rows: int = 0
    last_line: int = 0
    today: date = date.min

    def lay(self, rows: ReadingRows) -> None:
        if rows.lines:
            self.lay_down(self.connection, rows)
            self.rows += len(rows.lines)
            self.last_line = rows.lines[-1]

    def weigh(self, *, today: date) -> Judged:
        self.today = today
        with self._transaction():
            refused = self._judge()
            created = self._count(judging.COUNT_NEW)
            updated = self._count(judging.COUNT_CHANGED)
        return self._judged(created=created, updated=updated, refused=refused)

    def keep(self, *, today: date) -> Judged:
        self.today = today
        created, updated, refused = self._in_parts(judging.KEEP_NEW), 0, 0
        if created < self.rows:
            with self._transaction():
                refused = self._judge()
            updated = self._in_parts(judging.UPDATE_KNOWN)
        if created + updated >= MANY:
            self._learn()
        return self._judged(created=created, updated=updated, refused=refused)

    def refused(self) -> Iterator[Rejection]:
        beyond = 0
        while rows := self._some_refused(beyond):
            for row in rows:
                yield Rejection(row.line, self._reason(row))
            beyond = rows[-1].line

    def _in_parts(self, statement: Insert | Update) -> int:
        """Run `statement` on some lines after the other; return how many rows it changed."""
        changed = 0
        for first in range(1, self.last_line + 1, LINES_AT_ONCE):
            lines = {"first": first, "last": first + LINES_AT_ONCE - 1, "today": self.today}
            with self._transaction():
                changed += self.connection.execute(statement, lines).rowcount
        return changed

    def _judge(self) -> int:
        for statement in judging.JUDGE:
            self.connection.execute(statement, {"today": self.today})
        return self._count(judging.COUNT_REFUSED)

    def _judged(self, *, created: int, updated: int, refused: int) -> Judged:
        unchanged = self.rows - refused - created - updated
        return Judged(created=created, updated=updated, unchanged=unchanged)

    def _count(self, statement: Any) -> int:
        return int(self.connection.execute(statement).scalar_one())

    def _some_refused(self, beyond: int) -> list[Row[Any]]:
        with self._transaction():
            return list(self.connection.execute(judging.REFUSED, {"beyond": beyond}))

    def _reason(self, row: Row[Any]) -> DomainError:
        if row.first_line is not None:
            return ReadingOnLine(serial=row.meter, taken_on=row.taken_on, line=row.first_line)
        if row.dials is None:
            return MeterUnknown(serial=row.meter)
        if row.taken_on > self.today:
            return ReadingAhead(taken_on=row.taken_on)
        if row.taken_on < row.fitted_on:
            return ReadingBeforeFitted(taken_on=row.taken_on, fitted_on=row.fitted_on)
        if row.removed_on is not None and row.taken_on > row.removed_on:
            return ReadingAfterRemoved(taken_on=row.taken_on, removed_on=row.removed_on)
        return IndexBeyondDials(column="index", cubic_metres=row.index_m3, dials=row.dials)

    def _learn(self) -> None:
        with self._transaction():
            self.connection.execute(text("ANALYZE readings"))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        driver: Any = self.connection.connection.dbapi_connection
        driver.commit()  # what was laid down
        with self.connection.begin():
            yield


def sql_reading_bench(engine: Engine) -> OpenReadingBench:
    """Return the way to clear a bench beside the database of `engine`."""

    @contextmanager
    def opened() -> Iterator[SqlReadingBench]:
        with Translated(), bench_beside(engine) as connection:
            yield SqlReadingBench(connection, way_to_lay(connection))

    return opened
