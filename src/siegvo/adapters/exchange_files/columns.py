"""The columns of a file, and its rows read column by column."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import compress
from typing import Any

import attrs

from siegvo.adapters.exchange_files.memo import Memo
from siegvo.adapters.exchange_files.records import Records
from siegvo.adapters.exchange_files.sheet import Sheet
from siegvo.application.ports.feeds import Rejection
from siegvo.application.ports.file_faults import ColumnIgnored
from siegvo.domain.errors import DomainError


@attrs.frozen
class Column:
    """A column by its name in the header, how its cells are read, and whether it must be there."""

    name: str
    read: Callable[[str], object]
    is_required: bool = True


@attrs.frozen
class Values:
    """What stands in some rows: their lines, a list of values for each column, and bad rows."""

    lines: Sequence[int]
    columns: Sequence[Sequence[Any]]
    bad: Sequence[Rejection]


@attrs.frozen
class Columns:
    """The columns a file of some sort has, in the order in which its values are given."""

    all: tuple[Column, ...]

    def check(self, sheet: Sheet) -> tuple[ColumnIgnored, ...]:
        """Make sure that `sheet` has them; return warnings about others.

        Raises:
            HeaderMissing, ColumnsMissing, ColumnTwice: see `Header.check`.
        """
        known = [column.name for column in self.all]
        required = [column.name for column in self.all if column.is_required]
        sheet.header.check(required=required, known=known)
        return sheet.header.unknown(known)

    def values(self, sheet: Sheet) -> Iterator[Values]:
        """Read the cells.  Of a row with several faults, the first column's is told."""
        places = {name: place for place, name in reversed([*enumerate(sheet.header.names)])}
        memos = [Memo(column.read) for column in self.all]
        for records in sheet.records():
            if records.lines or records.bad:
                yield self._values(records, places, memos)

    def _values(self, records: Records, places: Mapping[str, int], memos: Sequence[Memo]) -> Values:
        nothing = [""] * len(records.lines)
        columns = [
            memo.read(records.columns[places[column.name]] if column.name in places else nothing)
            for column, memo in zip(self.all, memos, strict=True)
        ]
        if not any(memo.has_faults for memo in memos):
            return Values(records.lines, columns, records.bad)
        return _without_faults(records, columns)


def _without_faults(records: Records, columns: Sequence[Sequence[Any]]) -> Values:
    faults = [_first_fault(row) for row in zip(*columns, strict=True)]
    sound = [fault is None for fault in faults]
    rows = zip(*records.columns, strict=True)
    bad = [
        Rejection(line, fault)
        for line, fault, row in zip(records.lines, faults, rows, strict=True)
        if fault is not None and any(map(str.strip, row))
    ]
    return Values(
        list(compress(records.lines, sound)),
        [list(compress(column, sound)) for column in columns],
        sorted([*records.bad, *bad], key=lambda each: each.line),
    )


def _first_fault(row: tuple[object, ...]) -> DomainError | None:
    return next((value for value in row if isinstance(value, DomainError)), None)
