"""The files of the billing system, for those who import siegvo."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from os import PathLike
from pathlib import Path
from typing import Generic, TypeVar

import attrs

from siegvo.adapters.exchange_files.opening import open_contracts, open_meters, open_readings
from siegvo.application.exchange.export_readings import HandOver
from siegvo.application.ports.feeds import ContractFeed, Feed, MeterFeed, ReadingFeed
from siegvo.domain.errors import DomainError
from siegvo.entrypoints.exchange_files import write_readings

Batch = TypeVar("Batch")


@attrs.frozen
class _Feed(Generic[Batch]):
    """`Feed`, from a file that is open only while it is read."""

    path: Path
    opened: Callable[[Path], AbstractContextManager[Feed[Batch]]]

    @property
    def warnings(self) -> Sequence[DomainError]:
        with self.opened(self.path) as feed:
            return feed.warnings

    def batches(self) -> Iterator[Batch]:
        with self.opened(self.path) as feed:
            yield from feed.batches()


def contracts_file(path: str | PathLike[str]) -> ContractFeed:
    """Name a file of contracts, for `portal.exchange.import_contracts`, which opens it.

    The import raises `Refused` for a file whose header is not understood, and `OSError`
    for one that cannot be read.
    """
    return _Feed(Path(path), open_contracts)


def meters_file(path: str | PathLike[str]) -> MeterFeed:
    """Name a file of meters, as `contracts_file` does."""
    return _Feed(Path(path), open_meters)


def readings_file(path: str | PathLike[str]) -> ReadingFeed:
    """Name a file of readings, as `contracts_file` does."""
    return _Feed(Path(path), open_readings)


def readings_into(path: str | PathLike[str]) -> HandOver:
    """Say where `portal.exchange.export_readings` writes: the whole file, or nothing.

    The export raises `OSError` for a file that cannot be written.
    """
    return partial(write_readings, to=Path(path))
