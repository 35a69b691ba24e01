"""How imports go about a database that others use, and that grows under their hands."""

from typing import Final

from sqlalchemy import Connection, text

_TAKE: Final = text("SELECT pg_advisory_xact_lock(1374027778)")
_BY_KEY: Final = text(
    "SELECT set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),"
    " set_config('enable_mergejoin', 'off', true)"
)


def take_turn(connection: Connection) -> None:
    """Wait until no other import is keeping rows, and have others wait until this is over.

    So what an import judges, no other changes before it is kept.  SQLite lets in one writer
    at a time by itself.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(_TAKE)


def look_up_by_key(connection: Connection) -> None:
    """Have rows found by their key for the rest of a transaction.

    PostgreSQL knows little of tables that were empty a minute ago: it would read them whole
    for each few hundred rows, in a time that grows with the square of the file.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(_BY_KEY)
