"""SQLite as we want it: durable, and a transaction begins with the lock it will need."""

from collections.abc import Callable
from time import monotonic, sleep
from typing import Any, Final

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPIModule, PoolProxiedConnection

from siegvo.adapters.sql.driver import sqlite_driver

_EACH_CONNECTION: Final = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA synchronous = FULL",  # what was promised survives a power cut
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = FAST",
    "PRAGMA mmap_size = 0",
    "PRAGMA journal_size_limit = 67108864",
    "PRAGMA temp_store = MEMORY",
    # Without samples of what columns hold, a statement is planned once, whatever it is given.
    "PRAGMA analysis_limit = 400",
)
# SQLite's own 2 MB do not hold what lies above the rows of 100,000 contracts.
_ROOM_FOR_PAGES: Final = "PRAGMA cache_size = -8000"
_BUSY: Final = 5
_PATIENCE: Final = 5.0


class NoWriteAheadLog(Exception):
    """The file lies where SQLite cannot keep its log: a network folder, or a read-only disk."""


class Writing(SQLiteDialect_pysqlite):
    """Two writers queue; begun otherwise, the slower of them would fail."""

    driver = "siegvo"
    supports_statement_cache = True
    each_connection: tuple[str, ...] = _EACH_CONNECTION

    @classmethod
    def import_dbapi(cls) -> DBAPIModule:
        driver: Any = sqlite_driver()
        return driver  # type: ignore[no-any-return]

    def on_connect(self) -> Callable[[DBAPIConnection], None]:
        furnish = super().on_connect()

        def prepare(connection: Any) -> None:
            furnish(connection)
            connection.isolation_level = None  # `do_begin` alone says when a transaction begins
            _write_ahead(connection)
            for pragma in self.each_connection:
                connection.execute(pragma)

        return prepare

    def do_begin(self, dbapi_connection: PoolProxiedConnection) -> None:
        connection: Any = dbapi_connection
        connection.execute("BEGIN IMMEDIATE")


def _write_ahead(connection: Any) -> None:
    """Have a log written ahead of the file, so that readers never wait for the writer.

    Only the first connection ever has something to change.  When several come first at once,
    SQLite does not make them wait for their turn: they have to ask again.
    """
    give_up_at = monotonic() + _PATIENCE
    while True:
        try:
            (journal,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
            break
        except connection.OperationalError as trouble:
            if trouble.sqlite_errorcode != _BUSY or monotonic() > give_up_at:
                raise
            sleep(0.02)
    if journal != "wal":
        raise NoWriteAheadLog(journal)


class Reading(Writing):
    """It never waits for a writer, and cannot write; `Sights` begins and ends its looks."""

    driver = "siegvo_reading"
    supports_statement_cache = True
    each_connection = (*_EACH_CONNECTION, "PRAGMA query_only = ON", _ROOM_FOR_PAGES)

    def do_begin(self, dbapi_connection: PoolProxiedConnection) -> None: ...


for _dialect in (Writing, Reading):
    registry.register(f"sqlite.{_dialect.driver}", __name__, _dialect.__name__)
