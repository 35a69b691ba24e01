"""The first line: what separates the cells, and which column stands where."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import attrs

from siegvo.adapters.exchange_files.cells import shown
from siegvo.adapters.exchange_files.plain import plain
from siegvo.application.ports.file_faults import (
    ColumnIgnored,
    ColumnsMissing,
    ColumnTwice,
    HeaderMissing,
)

SEPARATORS: Final = (";", ",", "\t")
OURS: Final = frozenset({"ligne", "motif"})
"""Columns of a reject file: mended, it is read without a word about them."""


@attrs.frozen(kw_only=True)
class Header:
    """The line it stands on, the separator, and the name of each column as we write it."""

    line: int
    separator: str
    names: tuple[str, ...]

    @classmethod
    def parse(cls, text: str, *, line: int) -> "Header":
        """Read the header with the separator that cuts it into the most pieces."""
        readings = {separator: _cells(text, separator) for separator in SEPARATORS}
        separator = max(SEPARATORS, key=lambda each: len(readings[each]))
        names = tuple(_name(cell) for cell in readings[separator])
        return cls(line=line, separator=separator, names=names)

    def check(self, *, required: Sequence[str], known: Sequence[str]) -> None:
        """Make sure that every column needed is there, once.

        Raises:
            HeaderMissing: none of the columns is there at all.
            ColumnsMissing: some are not.
            ColumnTwice: one of them is there twice.
        """
        counts = Counter(self.names)
        if not any(counts[name] for name in known):
            raise HeaderMissing(expected=tuple(required))
        if missing := tuple(name for name in required if not counts[name]):
            raise ColumnsMissing(columns=missing)
        if twice := [name for name in known if counts[name] > 1]:
            raise ColumnTwice(column=twice[0])

    def unknown(self, known: Sequence[str]) -> tuple[ColumnIgnored, ...]:
        """Return a warning for each column nobody here knows."""
        passed_over = dict.fromkeys(self.names).keys() - set(known) - OURS - {""}
        return tuple(
            ColumnIgnored(column=shown(name)) for name in self.names if name in passed_over
        )


def _cells(text: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([text], delimiter=separator, strict=True), [])
    except csv.Error:
        return text.split(separator)


def _name(cell: str) -> str:
    return re.sub(r"[\s_-]+", "_", plain(cell))
