"""From lines to columns of cells: RFC 4180, or what is left of it in a damaged file."""

import csv
from collections.abc import Iterator, Sequence
from operator import methodcaller
from typing import Final, Self, TextIO

import attrs

from siegvo.adapters.exchange_files.lines import LONGEST, blocks_of
from siegvo.application.ports.cell_faults import RowTooLong, RowWithoutEnd, WrongCellCount
from siegvo.application.ports.feeds import Rejection

MOST_LINES: Final = 50
"""A quotation mark still open so many lines later was never meant to be."""

Row = Sequence[str]


@attrs.frozen
class Records:
    """The line each row begins on, the cells of each column, and the lines that are no row."""

    lines: Sequence[int]
    columns: Sequence[Sequence[str]]
    bad: Sequence[Rejection]

    @classmethod
    def of_rows(cls, rows: Sequence[tuple[int, Row]], bad: list[Rejection], width: int) -> Self:
        """Drop blank rows, forgive empty cells at the end, refuse rows of another width."""
        lines, good = list[int](), list[Row]()
        for line, row in rows:
            if len(row) >= width and not any(row[width:]):
                lines.append(line)
                good.append(row[:width])
            elif any(map(str.strip, row)):
                bad.append(Rejection(line, WrongCellCount(expected=width, found=len(row))))
        columns = list(zip(*good, strict=True)) or [()] * width
        return cls(lines, columns, bad)


def records_of(text: TextIO, *, separator: str, width: int, after: int) -> Iterator[Records]:
    """Read every row of `text` below the line `after`."""
    number, left = 1, list[str]()
    for lines, is_last in blocks_of(text):
        above = max(0, min(after + 1 - number, len(lines)))
        number, pending = number + above, left + lines[above:]
        columns = _plain(pending, separator, width)
        if columns:
            yield Records(range(number, number + len(pending)), columns, ())
            used = len(pending)
        else:
            rows, bad, used = _quoted(pending, separator, number, is_last=is_last)
            yield Records.of_rows(rows, bad, width)
        number, left = number + used, pending[used:]


def _plain(lines: list[str], separator: str, width: int) -> Sequence[Sequence[str]] | None:
    """Cut lines that hold no quotation mark, all at once; most files are nothing else."""
    text = separator.join(lines)
    if '"' in text or max(map(len, lines), default=0) > LONGEST:
        return None
    if set(map(methodcaller("count", separator), lines)) != {width - 1}:
        return None
    cells = text.split(separator)
    return [cells[place::width] for place in range(width)]


def _quoted(
    lines: list[str], separator: str, number: int, *, is_last: bool
) -> tuple[Sequence[tuple[int, Row]], list[Rejection], int]:
    """Read line by line: a row may run over several, and a bad one spoils no other.

    Return the rows, what is none, and how many lines were used: the end of the last row may
    lie in the next block.
    """
    if all_rows := _rows_of_a_line_each(lines, separator):
        return list(enumerate(all_rows, start=number)), [], len(lines)
    rows, bad, at = list[tuple[int, Row]](), list[Rejection](), 0
    while at < len(lines):
        row, used = row_at(lines[at : at + MOST_LINES], separator)
        if row is not None:
            rows.append((number + at, row))
        elif len(lines[at]) > LONGEST:
            bad.append(Rejection(number + at, RowTooLong(most=LONGEST)))
        elif is_last or at + MOST_LINES <= len(lines):
            bad.append(Rejection(number + at, RowWithoutEnd()))
        else:
            break
        at += used
    return rows, bad, at


def _rows_of_a_line_each(lines: list[str], separator: str) -> Sequence[Row] | None:
    """Read lines with quotation marks none of which is left open at the end of a line."""
    if max(map(len, lines), default=0) > LONGEST:
        return None
    try:
        rows = list(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error:
        return None
    return rows if len(rows) == len(lines) else None


def row_at(lines: Sequence[str], separator: str) -> tuple[Row | None, int]:
    """Return the row that begins on the first line, and how many lines it takes."""
    if len(lines[0]) > LONGEST:
        return None, 1
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator, strict=True)
    try:
        return next(reader), reader.line_num
    except csv.Error:
        return None, 1
