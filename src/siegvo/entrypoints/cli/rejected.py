"""Rejected rows: all of them in a file, the first ones on the screen."""

import os
import re
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import click

from siegvo.application.ports.feeds import Rejection
from siegvo.entrypoints.cli.os_words import reason
from siegvo.entrypoints.exchange_files import RejectFile

MOST_SHOWN: Final = 20

_REJECTS: Final = re.compile(r"(?P<stem>.+\.rejets)(-(?P<run>[0-9]{1,6}))?\.csv")


class Rejected:
    """Hears of each row; the file is made with the first, at `place` if there is one."""

    def __init__(self, place: Path | None, *, source: Path) -> None:
        self.first: list[Rejection] = []
        self.trouble: str | None = None
        self._file = RejectFile(place, source=source) if place else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        if self._file:
            self._file.close()
            if kind is None and not self._file.exists:
                _forget_earlier(self._file.path)

    @property
    def file(self) -> Path | None:
        """Where all of them are written, if they are."""
        return self._file.path if self._file and self._file.exists else None

    def refuse(self, rejection: Rejection) -> None:
        """Take note of a row.  A full disk does not stop the good ones."""
        if len(self.first) < MOST_SHOWN:
            self.first.append(rejection)
        if self._file is None or self.trouble:
            return
        try:
            self._file.refuse(rejection)
        except OSError as trouble:
            self.trouble = reason(trouble)


def place_for_rejects(file: Path, wanted: Path | None, *, dry_run: bool) -> Path | None:
    """Return where to write: where it is wanted, else beside the file, else here.

    A dry run writes nothing that was not asked for.
    """
    if wanted:
        return _checked(wanted, file)
    if dry_run:
        return None
    name = _name_beside(file.name)
    places = (folder / name for folder in (file.parent, Path.cwd()))
    return next((place for place in places if _can_be_written(place)), None)


def _name_beside(name: str) -> str:
    """Name the rejects of a file; those of a reject file are its second ones, then its third."""
    if earlier := _REJECTS.fullmatch(name):
        return f"{earlier['stem']}-{int(earlier['run'] or 1) + 1}.csv"
    return f"{name}.rejets.csv"


def _forget_earlier(place: Path) -> None:
    """Take away what an earlier run rejected and this one did not; nothing that is not ours."""
    with suppress(OSError, UnicodeError):
        with place.open(encoding="utf-8-sig") as file:
            is_ours = file.readline().startswith("ligne;motif;")
        if is_ours:
            place.unlink()


def _checked(wanted: Path, file: Path) -> Path:
    trouble = None
    if wanted.exists() and wanted.samefile(file):
        trouble = "c’est le fichier à importer."
    elif not _can_be_written(wanted):
        trouble = f"{wanted} ne peut pas être écrit."
    if trouble:
        raise click.BadParameter(trouble, param_hint="--reject-file")
    return wanted


def _can_be_written(place: Path) -> bool:
    return os.access(place if place.exists() else place.parent, os.W_OK)
