"""Copies of a PostgreSQL database, by PostgreSQL's own programs."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import URL

from siegvo.application.ports.backup import BackupProgramUnavailable, NotABackup

_MAGIC = b"PGDMP"


def back_up(url: URL, file: Path) -> None:
    """Write a copy in the programs' own format; the file gets its name when it is whole."""
    draft = file.with_name(f".{file.name}.part")
    draft.touch(mode=0o600)
    try:
        _run(["pg_dump", "--format=custom", "--no-owner", f"--file={draft}"], url)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def restore(url: URL, file: Path) -> None:
    """Put the content of `file` in place of that of the database, all or nothing."""
    check(file)
    clean = ("--clean", "--if-exists", "--no-owner", "--single-transaction")
    _run(["pg_restore", *clean, f"--dbname={url.database}", str(file)], url)


def check(file: Path) -> None:
    """Let `file` pass if the programs wrote it.

    Raises:
        NotABackup: they did not.
    """
    try:
        with file.open("rb") as copy:
            ours = copy.read(len(_MAGIC)) == _MAGIC
    except OSError:
        ours = False
    if not ours:
        raise NotABackup(file.name)


def _run(command: Sequence[str], url: URL) -> None:
    """Run a program of PostgreSQL; who we are stands in its environment, which nobody lists."""
    who = {
        "PGHOST": str(url.query.get("host", url.host or "")),
        "PGPORT": str(url.port or ""),
        "PGUSER": url.username or "",
        "PGPASSWORD": str(url.password or ""),
        "PGDATABASE": url.database or "",
    }
    known = {name: value for name, value in who.items() if value}
    try:
        subprocess.run(command, env={**os.environ, **known}, check=True, capture_output=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as trouble:
        raise BackupProgramUnavailable(command[0]) from trouble
