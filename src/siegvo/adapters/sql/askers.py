"""Who hands a statement to the driver: its own cursor, or, on PostgreSQL, libpq.

An asker is kept with its connection, and knows how many statements it handed over.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Protocol

import attrs
from sqlalchemy import Connection, Dialect

Values = Mapping[str, object] | Sequence[object]

_KEPT: Final = "asker"
_FINE: Final = (2, 1)  # PGRES_TUPLES_OK, PGRES_COMMAND_OK
_SQLSTATE: Final = 67  # PG_DIAG_SQLSTATE
_NO_SUCH_NAME: Final = b"26000"


class Asker(Protocol):
    """`tongue` names what is compiled for it and for those like it."""

    asked: int

    @property
    def tongue(self) -> str: ...

    def dialect(self, of_engine: Dialect) -> Dialect:
        """Return the dialect in which it wants to be told."""

    def ask(self, text: str, values: Values) -> Iterable[Sequence[Any]]:
        """Return all rows."""


def asker_of(connection: Connection) -> Asker:
    """Return what asks through `connection`: made once, and kept as long as it."""
    kept = connection.info
    asker: Asker | None = kept.get(_KEPT)
    if asker is None:
        driver: Any = connection.connection.driver_connection
        # In a transaction of its own making, psycopg has to know of every statement.
        asker = kept[_KEPT] = (
            _Libpq(driver)
            if hasattr(driver, "pgconn") and driver.autocommit
            else _Cursor(connection.dialect.name, connection.connection.cursor())
        )
    return asker


@attrs.define(eq=False)
class _Cursor:
    tongue: str
    _cursor: Any
    asked: int = 0

    def dialect(self, of_engine: Dialect) -> Dialect:
        return of_engine

    def ask(self, text: str, values: Values) -> Iterable[Sequence[Any]]:
        self.asked += 1
        self._cursor.execute(text, values)
        found: list[Sequence[Any]] = self._cursor.fetchall()
        return found


@attrs.frozen
class _Known:
    """A statement the server knows by name, and what makes Python's own types of its rows."""

    name: bytes
    loader: Any

    def loaded(self, found: Any) -> Iterable[Sequence[Any]]:
        self.loader.set_pgresult(found, set_loaders=self.loader.pgresult is None)
        rows: list[Sequence[Any]] = self.loader.load_rows(0, found.ntuples, tuple)
        return rows


@attrs.define(eq=False)
class _Libpq:
    """It prepares at the first call, and is given nothing but values ever after.

    psycopg would look through the text each time for what to replace: it remembers short ones
    only, and a page asks long ones.
    """

    driver: Any
    asked: int = 0
    _known: dict[str, _Known] = attrs.field(init=False, factory=dict)
    _named: int = attrs.field(init=False, default=0)

    tongue = "libpq"

    def dialect(self, of_engine: Dialect) -> Dialect:
        made: Any = type(of_engine)
        counting: Dialect = made(paramstyle="numeric_dollar")
        return counting

    def ask(self, text: str, values: Values) -> Iterable[Sequence[Any]]:
        self.asked += 1
        known = self._known.get(text) or self._learnt(text)
        written = [None if value is None else str(value).encode() for value in values]
        found = self.driver.pgconn.exec_prepared(known.name, written)
        if found.status not in _FINE and found.error_field(_SQLSTATE) == _NO_SUCH_NAME:
            # An administrator, or what pools connections, had the server forget.
            self._known.clear()
            known = self._learnt(text)
            found = self.driver.pgconn.exec_prepared(known.name, written)
        return known.loaded(self._checked(found))

    def _learnt(self, text: str) -> _Known:
        from psycopg.adapt import Transformer  # noqa: PLC0415

        name, self._named = b"siegvo_%d" % self._named, self._named + 1
        self._checked(self.driver.pgconn.prepare(name, text.encode()))
        self._known[text] = _Known(name, Transformer(self.driver))
        return self._known[text]

    def _checked(self, answer: Any) -> Any:
        """Raise what psycopg would, of a statement that failed."""
        if answer.status in _FINE:
            return answer
        from psycopg import OperationalError, pq  # noqa: PLC0415
        from psycopg.errors import error_from_result  # noqa: PLC0415

        if self.driver.pgconn.status != pq.ConnStatus.OK:
            raise OperationalError(answer.error_message.decode(errors="replace"))
        raise error_from_result(answer)
