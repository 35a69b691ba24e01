from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import attrs
import pytest

from siegvo.adapters.exchange_files.opening import open_contracts, open_meters, open_readings
from siegvo.application.ports.feeds import ContractRow, MeterRow
from tests.support.exchange_files import a_file
from tests.support.feeds import reasons

Lines = Iterable[str] | bytes


@attrs.frozen
class Read:
    """All that a file held."""

    good: list[Any]
    bad: list[tuple[int, str]]
    warnings: list[str]


ReadReadings = Callable[[Lines], Read]


@pytest.fixture
def read_readings(tmp_path: Path) -> ReadReadings:
    """Read a file of readings: line, serial, day, index, source of each."""

    def read(lines: Lines) -> Read:
        with open_readings(a_file(tmp_path, lines)) as feed:
            batches = list(feed.batches())
            return Read(
                good=[
                    row
                    for each in batches
                    for row in zip(
                        each.lines,
                        each.serials,
                        map(str, each.days),
                        each.indexes,
                        each.sources,
                        strict=True,
                    )
                ],
                bad=reasons(bad for each in batches for bad in each.bad),
                warnings=[repr(warning) for warning in feed.warnings],
            )

    return read


@pytest.fixture
def read_contracts(tmp_path: Path) -> Callable[[Lines], Read]:
    def read(lines: Lines) -> Read:
        with open_contracts(a_file(tmp_path, lines)) as feed:
            batches = list(feed.batches())
            good: list[ContractRow] = [row for each in batches for row in each.good]
            bad = reasons(bad for each in batches for bad in each.bad)
            return Read(good, bad, [repr(warning) for warning in feed.warnings])

    return read


@pytest.fixture
def read_meters(tmp_path: Path) -> Callable[[Lines], Read]:
    def read(lines: Lines) -> Read:
        with open_meters(a_file(tmp_path, lines)) as feed:
            batches = list(feed.batches())
            good: list[MeterRow] = [row for each in batches for row in each.good]
            bad = reasons(bad for each in batches for bad in each.bad)
            return Read(good, bad, [repr(warning) for warning in feed.warnings])

    return read
