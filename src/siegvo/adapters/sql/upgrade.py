"""Bringing the schema up to date, whoever else tries at the same moment."""

from collections.abc import Mapping
from typing import Any, Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.script.revision import ResolutionError
from alembic.util import CommandError
from sqlalchemy import Connection, Engine

from siegvo.adapters.sql.long_work import alone
from siegvo.adapters.sql.troubles import Translated

_PREPARED: Final[Mapping[str, tuple[str, ...]]] = {
    # Outside any transaction: a table rebuilt with foreign keys on would take its children away.
    "sqlite": ("PRAGMA foreign_keys = OFF", "PRAGMA busy_timeout = 60000"),
    "postgresql": (),
}


class SchemaTooNew(Exception):
    """A later release has been here: this one does not know the database any more."""


class BrokenReferences(Exception):
    """After the upgrade some rows would refer to nothing; it was undone."""


def upgrade(engine: Engine) -> tuple[str, ...]:
    """Run what is pending, all or nothing, and return it.

    Raises:
        DatabaseUnavailable: it cannot be reached, or stayed locked for a minute.
        SchemaTooNew: a later release upgraded it.
    """
    with Translated(), engine.connect() as connection:
        connection.detach()  # what is set on it must not reach anybody else
        for setting in _PREPARED[engine.dialect.name]:
            _driver(connection).execute(setting)
        with connection.begin():
            alone(connection)
            steps = _pending(connection)
            if steps:
                command.upgrade(_config(connection), "head")
            _check_references(connection)
    return steps


def pending(engine: Engine) -> tuple[str, ...]:
    """Return what `upgrade` would run, the oldest first.

    Raises:
        DatabaseUnavailable: it cannot be reached.
        SchemaTooNew: a later release upgraded it.
    """
    with Translated(), engine.connect() as connection:
        return _pending(connection)


def _pending(connection: Connection) -> tuple[str, ...]:
    known = ScriptDirectory.from_config(_config(connection))
    current = MigrationContext.configure(connection).get_current_heads()
    try:
        steps = [step.revision for step in known.iterate_revisions("heads", current or "base")]
    except (CommandError, ResolutionError) as trouble:
        raise SchemaTooNew(*current) from trouble
    return tuple(reversed(steps))


def _check_references(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise BrokenReferences(*{row[0] for row in broken})


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", "siegvo.adapters.sql:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _driver(connection: Connection) -> Any:
    return connection.connection.dbapi_connection
