"""A place beside the database for the tables of a bench, on a disk and for one connection."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from sqlalchemy import Connection, Engine, MetaData

from siegvo.adapters.sql.intake.laid import SCHEMA

# Nobody misses a bench after a crash.  That a meter exists is checked by joining it.
_SQLITE: Final = (
    f"PRAGMA {SCHEMA}.page_size = 16384",
    f"PRAGMA {SCHEMA}.journal_mode = OFF",
    f"PRAGMA {SCHEMA}.synchronous = OFF",
    f"PRAGMA {SCHEMA}.locking_mode = EXCLUSIVE",
    "PRAGMA foreign_keys = OFF",
)

# Whoever imports a million rows is in no hurry.
_POSTGRESQL: Final = (
    "SET statement_timeout = 0",
    "SET lock_timeout = 0",
    "SET idle_in_transaction_session_timeout = 0",
)


@contextmanager
def bench_beside(engine: Engine, tables: MetaData) -> Iterator[Connection]:
    """Give a connection of its own, with the tables of a bench; both go at the end."""
    with engine.connect() as connection, ExitStack() as stack:
        connection.detach()
        if connection.dialect.name == "postgresql":
            _prepare(connection, _POSTGRESQL)
            names: dict[str | None, str | None] = {SCHEMA: "pg_temp"}
            connection.execution_options(schema_translate_map=names)
        else:
            # Its temporary tables may lie in memory, whatever we ask for: a file does not.
            folder = stack.enter_context(TemporaryDirectory(prefix="siegvo-"))
            _prepare(connection, (_attach(Path(folder) / "bench.db"), *_SQLITE))
        with connection.begin():
            tables.create_all(connection, checkfirst=False)
        if os.name == "posix":
            stack.close()  # an open file needs no name: a crash will leave nothing behind
        try:
            yield connection
        finally:
            connection.close()


def _attach(file: Path) -> str:
    quoted = str(file).replace("'", "''")
    return f"ATTACH DATABASE '{quoted}' AS {SCHEMA}"


def _prepare(connection: Connection, statements: tuple[str, ...]) -> None:
    driver: Any = connection.connection.dbapi_connection
    for statement in statements:
        driver.execute(statement)
    driver.commit()
