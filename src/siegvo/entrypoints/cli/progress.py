"""What moves on a terminal while something takes long; in a pipe, nothing does."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from siegvo.entrypoints.exchange_files import Watch, nobody


@contextmanager
def progress_through(file: Path) -> Iterator[Watch]:
    """Show how far somebody has read."""
    if not _is_wanted():
        yield nobody
        return
    # Rich takes longer to import than most commands to run: only a terminal pays for it.
    from siegvo.entrypoints.cli.rich_progress import bar  # noqa: PLC0415

    with bar("Lecture du fichier", total=file.stat().st_size) as watch:
        yield watch


@contextmanager
def progress_of(work: str) -> Iterator[None]:
    """Show that `work`, whose end cannot be told beforehand, goes on."""
    if not _is_wanted():
        yield
        return
    from siegvo.entrypoints.cli.rich_progress import bar  # noqa: PLC0415

    with bar(work, total=None):
        yield


def _is_wanted() -> bool:
    return sys.stderr.isatty() and find_spec("rich") is not None
