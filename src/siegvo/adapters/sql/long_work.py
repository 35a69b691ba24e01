"""Long work on a whole database, which only one may do at a time."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection

_ALONE: Final[Mapping[str, tuple[str, ...]]] = {
    "sqlite": (),  # to begin is to lock
    "postgresql": (
        "SET LOCAL statement_timeout = 0",
        "SET LOCAL idle_in_transaction_session_timeout = 0",
        "SET LOCAL lock_timeout = '60s'",
        "SELECT pg_advisory_xact_lock(1374027777)",
    ),
}


def alone(connection: Connection) -> None:
    """Give a transaction all the time it takes, and have others of its kind wait for its end."""
    for statement in _ALONE[connection.dialect.name]:
        connection.exec_driver_sql(statement)
