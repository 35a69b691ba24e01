"""Copies of a SQLite database, while it is in use."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from siegvo.adapters.sql.driver import sqlite_driver
from siegvo.application.ports.backup import NotABackup
from siegvo.application.ports.unavailable import DatabaseUnavailable


def back_up(database: Path, file: Path) -> None:
    """Write a whole, checked copy of `database`; the file gets its name only then."""
    draft = file.with_name(f".{file.name}.part")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    try:
        with _connected(database) as source:
            source.execute("VACUUM INTO ?", (str(draft),))
        check(draft)
        _keep(draft)
        draft.replace(file)
        _keep(file.parent)
    finally:
        draft.unlink(missing_ok=True)


def restore(database: Path, file: Path) -> None:
    """Put the content of `file` in place of that of `database`, all or nothing."""
    check(file)
    with _connected(file) as source, _connected(database, create=True) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = WAL")


def check(file: Path) -> None:
    """Let `file` pass if every page of it is sound, and it is a database of this portal.

    Raises:
        NotABackup: it is not.
    """
    driver = sqlite_driver()
    if not file.is_file():
        raise NotABackup(file.name)
    with suppress(driver.DatabaseError), closing(_open(file)) as copy:
        sound = copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        whole = not copy.execute("PRAGMA foreign_key_check").fetchall()
        ours = copy.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)
        if sound and whole and ours:
            return
    raise NotABackup(file.name)


@contextmanager
def _connected(database: Path, *, create: bool = False) -> Iterator[Any]:
    driver = sqlite_driver()
    try:
        with closing(_open(database, mode="rwc" if create else "rw")) as connection:
            yield connection
    except driver.OperationalError as trouble:
        raise DatabaseUnavailable from trouble


def _open(database: Path, *, mode: str = "ro") -> Any:
    where = f"{database.resolve().as_uri()}?mode={mode}"
    return sqlite_driver().connect(where, uri=True, timeout=60, isolation_level=None)


def _keep(path: Path) -> None:
    """Have it survive a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
