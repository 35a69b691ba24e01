"""What the database says when it cannot serve, or not that any more, whoever makes it."""

import logging
from types import TracebackType
from typing import Any, Final

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from siegvo.application.ports.unavailable import DatabaseUnavailable
from siegvo.application.ports.work import GoneMeanwhile

_BUSY, _LOCKED, _IO_ERROR, _FULL, _CANNOT_OPEN = 5, 6, 10, 13, 14
_SQLITE: Final = frozenset({_BUSY, _LOCKED, _IO_ERROR, _FULL, _CANNOT_OPEN})
_PRIMARY: Final = 0xFF
_POSTGRESQL: Final = (
    "08",  # no connection
    "40001",  # could not be put in order with others
    "40P01",  # deadlock
    "53",  # no room: disk, memory, connections
    "55P03",  # a lock was not free in time
    "57014",  # took too long
    "57P01",  # shut down by its administrator
    "57P02",
    "57P03",  # starting up
)
# A foreign key.  Drivers of SQLite do not agree on its number; SQLite's own words are one.
_LEADS_NOWHERE: Final = ("FOREIGN KEY constraint failed", "23503")
_log = logging.getLogger("siegvo.sql")


class Translated:
    """A block where trouble with the database is told in the core's own words.

    SQLAlchemy tells it, or the driver where it was spoken to itself.
    """

    def __enter__(self) -> None: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        trouble: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        if trouble is None:
            return
        if isinstance(trouble, PoolExhausted) or _may_work_later(trouble):
            raise DatabaseUnavailable from trouble
        if isinstance(trouble, DBAPIError) and _leads_nowhere(trouble):
            # Told apart from a mistake of ours by this line only: no value is in it.
            _log.warning("a row leads nowhere: %s", _constraint(trouble))
            raise GoneMeanwhile from trouble


def _may_work_later(trouble: BaseException) -> bool:
    said: Any = trouble.orig if isinstance(trouble, DBAPIError) else trouble
    if (code := getattr(said, "sqlite_errorcode", None)) is not None:
        return code & _PRIMARY in _SQLITE
    if (state := getattr(said, "sqlstate", None)) is not None:
        return str(state).startswith(_POSTGRESQL)
    return _was_cut_off(trouble)


def _was_cut_off(trouble: BaseException) -> bool:
    """Say whether the server never answered, or went away in the middle."""
    if not isinstance(trouble, DBAPIError):
        return hasattr(trouble, "sqlstate") and _is_operational(trouble)
    return trouble.connection_invalidated or (
        trouble.statement is None and _is_operational(trouble)
    )


def _is_operational(trouble: BaseException) -> bool:
    return type(trouble).__name__ == "OperationalError"


def _leads_nowhere(trouble: DBAPIError) -> bool:
    said: Any = trouble.orig
    return (getattr(said, "sqlstate", None) or str(said)) in _LEADS_NOWHERE


def _constraint(trouble: DBAPIError) -> str:
    said: Any = trouble.orig
    diagnosis = getattr(said, "diag", None)
    return getattr(diagnosis, "constraint_name", None) or "SQLite does not say which"
