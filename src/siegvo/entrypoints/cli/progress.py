"""A bar that moves while a long file is read."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from siegvo.entrypoints.exchange_files import Watch, nobody


@contextmanager
def progress_through(file: Path) -> Iterator[Watch]:
    """Show, on a terminal only, how far somebody has read."""
    if not sys.stderr.isatty() or find_spec("rich") is None:
        yield nobody
        return
    # Rich takes longer to import than most commands to run: only a terminal pays for it.
    from siegvo.entrypoints.cli.rich_progress import bar  # noqa: PLC0415

    with bar(total=file.stat().st_size) as watch:
        yield watch
