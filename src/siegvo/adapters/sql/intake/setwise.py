"""The rows of one file, laid down beside the tables that everybody sees, and judged together."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Insert, Row, Select, Update, text

from siegvo.application.ports.reading_bench import Judged

MANY: Final = 10_000
"""So many new rows change what the database should know about its table."""


@attrs.frozen(kw_only=True)
class Rules:
    """How the rows of some sort of file are judged.

    So many `lines_at_once` are kept: whoever wants to write meanwhile waits a fraction of a
    second, and SQLite holds in memory what it sorts, and each page it changes.  `keep_new`
    and `update_known` are given the `first` and the `last` line they concern, `refused` the
    line `beyond` which to go on.
    """

    table: str
    lines_at_once: int
    keep_new: Insert
    judge: Sequence[Insert]
    update_known: Update
    count_new: Select[Any]
    count_changed: Select[Any]
    count_refused: Select[Any]
    refused: Select[Any]


@attrs.define
class Setwise:
    """What is done with rows that lie in temporary tables of one connection."""

    connection: Connection
    rules: Rules
    rows: int = 0
    last_line: int = 0

    def note(self, lines: Sequence[int]) -> None:
        """Take note that some lines were laid down."""
        self.rows += len(lines)
        self.last_line = lines[-1]

    def weigh(self, facts: Mapping[str, object]) -> Judged:
        """Say what `keep` would do; `facts` are what judging takes besides the rows."""
        with self._transaction():
            refused = self._judge(facts)
            created = self._count(self.rules.count_new)
            updated = self._count(self.rules.count_changed)
        return self._judged(created=created, updated=updated, refused=refused)

    def keep(self, facts: Mapping[str, object]) -> Judged:
        """Keep the good ones; only if some are not new, look closer."""
        created, updated, refused = self._in_parts(self.rules.keep_new, facts), 0, 0
        if created < self.rows:
            with self._transaction():
                refused = self._judge(facts)
            updated = self._in_parts(self.rules.update_known, {})
        if created + updated >= MANY:
            self._learn()
        return self._judged(created=created, updated=updated, refused=refused)

    def refused(self) -> Iterator[Row[Any]]:
        """Return what there is to say of the rows that were refused, in order."""
        beyond = 0
        while rows := self._some_refused(beyond):
            yield from rows
            beyond = rows[-1].line

    def _in_parts(self, statement: Insert | Update, facts: Mapping[str, object]) -> int:
        """Run `statement` on some lines after the other; return how many rows it changed."""
        changed, many = 0, self.rules.lines_at_once
        for first in range(1, self.last_line + 1, many):
            lines = {"first": first, "last": first + many - 1, **facts}
            with self._transaction():
                changed += self.connection.execute(statement, lines).rowcount
        return changed

    def _judge(self, facts: Mapping[str, object]) -> int:
        for statement in self.rules.judge:
            self.connection.execute(statement, {**facts})
        return self._count(self.rules.count_refused)

    def _judged(self, *, created: int, updated: int, refused: int) -> Judged:
        unchanged = self.rows - refused - created - updated
        return Judged(created=created, updated=updated, unchanged=unchanged)

    def _count(self, statement: Select[Any]) -> int:
        return int(self.connection.execute(statement).scalar_one())

    def _some_refused(self, beyond: int) -> list[Row[Any]]:
        with self._transaction():
            return list(self.connection.execute(self.rules.refused, {"beyond": beyond}))

    def _learn(self) -> None:
        with self._transaction():
            self.connection.execute(text(f"ANALYZE {self.rules.table}"))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        driver: Any = self.connection.connection.dbapi_connection
        driver.commit()  # what was laid down
        with self.connection.begin():
            yield
