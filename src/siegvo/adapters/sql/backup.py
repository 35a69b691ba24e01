"""Copies of the database, kept and brought back."""

from pathlib import Path

from sqlalchemy import URL, Engine, inspect, make_url

from siegvo.adapters.sql import postgresql_backup, sqlite_backup
from siegvo.adapters.sql.troubles import Translated


def holds_something(engine: Engine) -> bool:
    """Say whether a portal, of whatever release, has prepared this database.

    Raises:
        DatabaseUnavailable: it cannot be reached.
    """
    with Translated():
        return inspect(engine).has_table("alembic_version")


def back_up(url: str, file: Path) -> None:
    """Copy the database to `file`, while it is in use.

    Raises:
        OSError: the file cannot be written.
        DatabaseUnavailable: it cannot be read, or there is no room for the copy.
        BackupProgramUnavailable: PostgreSQL's programs are missing, or failed.
    """
    where = make_url(url)
    if path := _sqlite_file(where):
        sqlite_backup.back_up(path, file)
    else:
        postgresql_backup.back_up(where, file)


def check(url: str, file: Path) -> None:
    """Let `file` pass if the database that `url` names could be restored from it.

    Raises:
        NotABackup: it could not.
    """
    if _sqlite_file(make_url(url)):
        sqlite_backup.check(file)
    else:
        postgresql_backup.check(file)


def restore(url: str, file: Path) -> None:
    """Put what `file` holds in place of what the database holds.

    Raises:
        NotABackup: it is no copy of such a database.
        DatabaseUnavailable: it cannot be written.
        BackupProgramUnavailable: PostgreSQL's programs are missing, or failed.
    """
    where = make_url(url)
    if path := _sqlite_file(where):
        sqlite_backup.restore(path, file)
    else:
        postgresql_backup.restore(where, file)


def _sqlite_file(url: URL) -> Path | None:
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None
