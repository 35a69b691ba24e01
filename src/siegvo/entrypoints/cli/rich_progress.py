"""Bars on a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from siegvo.entrypoints.exchange_files import Watch


@contextmanager
def bar(work: str, *, total: int | None) -> Iterator[Watch]:
    """Draw a bar on the error stream; it goes when the work is done."""
    shown = Progress(
        TextColumn(work, markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with shown:
        task = shown.add_task("", total=total)

        def watch(read: int) -> None:
            shown.update(task, completed=read)

        yield watch
