"""From lines to rows of cells: RFC 4180, and what is left of it when a quotation mark is lost."""

import csv
from collections.abc import Iterator, Sequence
from typing import Final, TextIO

import attrs

from siegvo.adapters.exchange_files.lines import LONGEST, blocks_of
from siegvo.application.ports.cell_faults import RowTooLong, RowWithoutEnd, WrongCellCount
from siegvo.application.ports.feeds import Rejection

MOST_LINES: Final = 50
"""A quotation mark still open so many lines later was never meant to be."""


@attrs.frozen
class Records:
    """Rows of as many cells as the header, the line each begins on, and lines that are no row."""

    lines: Sequence[int]
    rows: Sequence[Sequence[str]]
    bad: Sequence[Rejection]

    def of_width(self, width: int) -> "Records":
        """Drop blank rows, forgive empty cells at the end, refuse rows of another width."""
        if set(map(len, self.rows)) <= {width}:
            return self
        lines, rows, bad = list[int](), list[Sequence[str]](), list(self.bad)
        for line, row in zip(self.lines, self.rows, strict=True):
            if len(row) >= width and not any(row[width:]):
                lines.append(line)
                rows.append(row[:width])
            elif any(map(str.strip, row)):
                bad.append(Rejection(line, WrongCellCount(expected=width, found=len(row))))
        return Records(lines, rows, bad)


def records_of(text: TextIO, *, separator: str, after: int) -> Iterator[Records]:
    """Read every row of `text` below the line `after`."""
    number, left = 1, list[str]()
    for lines, is_last in blocks_of(text):
        above = max(0, min(after + 1 - number, len(lines)))
        number, pending = number + above, left + lines[above:]
        records = _quickly(pending, separator, number)
        if records:
            used = len(pending)
        else:
            records, used = _carefully(pending, separator, number, is_last=is_last)
        yield records
        number, left = number + used, pending[used:]


def _quickly(lines: list[str], separator: str, number: int) -> Records | None:
    """Read lines that are a row each; most files hold nothing else."""
    if max(map(len, lines), default=0) > LONGEST:
        return None
    try:
        rows = list(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error:
        return None
    if len(rows) != len(lines):
        return None
    return Records(range(number, number + len(lines)), rows, ())


def _carefully(
    lines: list[str], separator: str, number: int, *, is_last: bool
) -> tuple[Records, int]:
    """Read line by line: a row may run over several, and a bad one spoils no other."""
    good, rows, bad = list[int](), list[Sequence[str]](), list[Rejection]()
    at = 0
    while at < len(lines):
        row, used = row_at(lines[at : at + MOST_LINES], separator)
        if row is not None:
            good.append(number + at)
            rows.append(row)
        elif len(lines[at]) > LONGEST:
            bad.append(Rejection(number + at, RowTooLong(most=LONGEST)))
        elif is_last or at + MOST_LINES <= len(lines):
            bad.append(Rejection(number + at, RowWithoutEnd()))
        else:
            break  # its end may lie in the next block
        at += used
    return Records(good, rows, bad), at


def row_at(lines: Sequence[str], separator: str) -> tuple[Sequence[str] | None, int]:
    """Return the row that begins on the first line, and how many lines it takes."""
    if len(lines[0]) > LONGEST:
        return None, 1
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator, strict=True)
    try:
        return next(reader), reader.line_num
    except csv.Error:
        return None, 1
