"""A file of the billing system, opened and understood as far as its header."""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final, TextIO

import attrs

from siegvo.adapters.exchange_files.encodings import encoding_of
from siegvo.adapters.exchange_files.header import Header
from siegvo.adapters.exchange_files.lines import LONGEST, blocks_of
from siegvo.adapters.exchange_files.plain import BLANKS
from siegvo.adapters.exchange_files.records import Records, records_of
from siegvo.application.ports.file_faults import FileEmpty

Watch = Callable[[int], object]
"""Hear how many bytes of a file have been read."""

_EXCEL_HINT: Final = re.compile(r'"?sep=.?"?', re.IGNORECASE)


def nobody(_: int) -> None:
    """Watch nothing."""


@attrs.frozen(kw_only=True)
class Sheet:
    """Rows of a file, whatever its encoding, its separator and the order of its columns.

    Its file is read from the start each time somebody asks for its records.
    """

    file: BinaryIO
    encoding: str
    header: Header
    watch: Watch = nobody

    @classmethod
    def of(cls, file: BinaryIO, *, watch: Watch = nobody) -> "Sheet":
        """Understand a file that can be read twice.

        Raises:
            FileEmpty: there is nothing in it.
            FileNotText: it holds no lines of text.
        """
        encoding = encoding_of(file)
        with _borrowed(file, encoding) as text:
            header = _header(text)
        return cls(file=file, encoding=encoding, header=header, watch=watch)

    def records(self) -> Iterator[Records]:
        """Read the rows below the header."""
        with _borrowed(self.file, self.encoding) as text:
            header = self.header
            for records in records_of(
                text,
                separator=header.separator,
                width=len(header.names),
                after=header.line,
            ):
                yield records
                self.watch(self.file.tell())


def text_of(file: BinaryIO, encoding: str) -> io.TextIOWrapper:
    """Read from the start; a byte that is no text shows as what nobody can type.

    Whoever opened the file closes it, after this.
    """
    file.seek(0)
    return io.TextIOWrapper(file, encoding=encoding, errors="surrogateescape", newline=None)


@contextmanager
def _borrowed(file: BinaryIO, encoding: str) -> Iterator[TextIO]:
    text = text_of(file, encoding)
    try:
        yield text
    finally:
        text.detach()


def _header(text: TextIO) -> Header:
    number = 0
    for lines, _ in blocks_of(text):
        for line in lines:
            number += 1
            typed = line.strip(BLANKS)
            if typed and not _EXCEL_HINT.fullmatch(typed):
                return Header.parse(line[:LONGEST], line=number)
    raise FileEmpty
