"""Rejected rows: all of them in a file, the first ones on the screen."""

import os
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import click

from siegvo.application.ports.feeds import Rejection
from siegvo.entrypoints.exchange_files import RejectFile

MOST_SHOWN: Final = 20


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
            self.trouble = trouble.strerror or type(trouble).__name__


def place_for_rejects(file: Path, wanted: Path | None, *, dry_run: bool) -> Path | None:
    """Return where to write: where it is wanted, else beside the file, else here.

    A dry run writes nothing that was not asked for.
    """
    if wanted:
        return _checked(wanted, file)
    if dry_run:
        return None
    name = f"{file.name}.rejets.csv"
    places = (folder / name for folder in (file.parent, Path.cwd()))
    return next((place for place in places if _can_be_written(place)), None)


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
