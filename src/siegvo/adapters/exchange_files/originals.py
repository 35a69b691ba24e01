"""Rows as they came, by line, for a file read once from its start to its end."""

from typing import BinaryIO

from siegvo.adapters.exchange_files.lines import LONGEST, blocks_of
from siegvo.adapters.exchange_files.records import MOST_LINES, row_at
from siegvo.adapters.exchange_files.sheet import Sheet, text_of


class Originals:
    """Lines are asked for in order; a row that runs over several is asked for by its first.

    `file` is theirs: they close it.
    """

    def __init__(self, file: BinaryIO) -> None:
        self.sheet = Sheet.of(file)
        self._text = text_of(file, self.sheet.encoding)
        self._blocks = blocks_of(self._text)
        self._number = 1
        self._lines = list[str]()

    def close(self) -> None:
        """Close the file."""
        self._text.close()

    def cells(self, line: int) -> list[str]:
        """Return the cells of the row that begins on `line`; if it is no row, all there is."""
        while len(self._lines) <= line - self._number + MOST_LINES:
            block = next(self._blocks, None)
            if block is None:
                break
            self._forget_before(line)
            self._lines += block[0]
        self._forget_before(line)
        row, _ = row_at(self._lines[:MOST_LINES], self.sheet.header.separator)
        return [*row] if row is not None else [self._lines[0][:LONGEST]]

    def _forget_before(self, line: int) -> None:
        past = min(line - self._number, len(self._lines))
        del self._lines[:past]
        self._number += past
