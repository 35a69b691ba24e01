"""The database of an installation: opened, prepared, copied, examined."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import attrs
from sqlalchemy import Engine

from siegvo.adapters.sql import durability
from siegvo.adapters.sql.backup import back_up, check, holds_something, restore
from siegvo.adapters.sql.copying import copy, prepare
from siegvo.adapters.sql.dialect import NoWriteAheadLog
from siegvo.adapters.sql.engine import open_engine, unsound_sqlite
from siegvo.adapters.sql.upgrade import SchemaTooNew, pending, upgrade
from siegvo.application.ports.backup import TargetUnavailable
from siegvo.application.ports.unavailable import (
    DatabaseNotUpgraded,
    DatabaseTooNew,
    DatabaseUnavailable,
    DatabaseUnsafe,
)
from siegvo.entrypoints.data_folder import make_data_folder
from siegvo.entrypoints.extras import extra
from siegvo.entrypoints.settings import Settings


@contextmanager
def opened(settings: Settings) -> Iterator[Engine]:
    """Open the database, and say in our own words what forbids it."""
    make_data_folder(settings.data_dir)
    with extra("postgresql"):
        engine = open_engine(settings.database_url)
    try:
        yield engine
    except NoWriteAheadLog as error:
        raise DatabaseUnsafe from error
    except SchemaTooNew as error:
        raise DatabaseTooNew from error
    finally:
        engine.dispose()


@contextmanager
def opened_up_to_date(settings: Settings) -> Iterator[Engine]:
    """Open a database whose schema is that of this release.

    Raises:
        DatabaseNotUpgraded: it is an older one, or there is none.
        DatabaseTooNew: a later release has been here.
        DatabaseUnavailable: the database cannot be reached.
    """
    with opened(settings) as engine:
        if pending(engine):
            raise DatabaseNotUpgraded
        yield engine


def upgrade_database(settings: Settings) -> tuple[str, ...]:
    """Bring the schema up to date, and return what had to be done.  Safe to run many at once.

    Raises:
        DatabaseTooNew: a later release has been here.
        DatabaseUnavailable: the database cannot be reached.
    """
    with opened(settings) as engine:
        return upgrade(engine)


def pending_upgrades(settings: Settings) -> tuple[str, ...]:
    """Return what `upgrade_database` would do.

    Raises:
        DatabaseTooNew: a later release has been here.
        DatabaseUnavailable: the database cannot be reached.
    """
    with opened(settings) as engine:
        return pending(engine)


def back_up_database(settings: Settings, file: Path) -> None:
    """Copy the database to `file`, while it is in use.

    Raises:
        DatabaseNotUpgraded: there is nothing of ours to copy.
        OSError: the file cannot be written.
        DatabaseUnavailable: it cannot be read, or there is no room for the copy.
        BackupProgramUnavailable: PostgreSQL's programs are missing, or failed.
    """
    with opened(settings) as engine:
        if not holds_something(engine):
            raise DatabaseNotUpgraded
    back_up(settings.database_url, file)


def restore_database(settings: Settings, file: Path, *, keeping: Path) -> bool:
    """Put what `file` holds in place of what the database holds.

    What it held is copied to `keeping` first; return whether it held anything.

    Raises:
        NotABackup: it is no copy of such a database.
        DatabaseUnavailable: it cannot be written.
        BackupProgramUnavailable: PostgreSQL's programs are missing, or failed.
    """
    check(settings.database_url, file)
    with opened(settings) as engine:
        held_something = holds_something(engine)
    if held_something:
        back_up(settings.database_url, keeping)
    restore(settings.database_url, file)
    return held_something


def copy_database(settings: Settings, url: str) -> Mapping[str, int]:
    """Copy the whole database into the empty one that `url` names; return the rows by table.

    Raises:
        DatabaseNotUpgraded: there is nothing of ours to copy, or it is of an older release.
        DatabaseNotEmpty: `url` names a database with something in it.
        TargetUnavailable: it cannot be reached, or not be written to.
        CopyIncomplete: rows were missing; nothing was kept.
        DatabaseUnavailable: the database cannot be reached, or one of them has no room left.
    """
    there = attrs.evolve(settings, database_url=url)
    with opened_up_to_date(settings) as source, opened(there) as target:
        try:
            prepare(target)
        except DatabaseUnavailable as trouble:
            raise TargetUnavailable from trouble
        return copy(source, target)


def unsafe_sqlite(settings: Settings) -> str | None:
    """Return the version of SQLite in use, if it may corrupt the database."""
    return unsound_sqlite(settings.database_url)


def broken_promises(settings: Settings) -> tuple[str, ...]:
    """Return the settings of the database that let it lose what it acknowledged.

    Raises:
        DatabaseUnavailable: it cannot be reached.
        DatabaseUnsafe: SQLite cannot keep its log where the file lies.
    """
    with opened(settings) as engine:
        return durability.broken_promises(engine)
