"""How each sort of cell is read.  Every reader is made for one column, whose name it says."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, TypeVar

from siegvo.adapters.exchange_files.harmless import disarmed
from siegvo.adapters.exchange_files.plain import BLANKS, plain
from siegvo.adapters.french.days import parse_day
from siegvo.application.ports.cell_faults import (
    CellEmpty,
    CellTooLong,
    CellWithHiddenCharacter,
    NegativeIndex,
    NotADay,
    NotAnIndex,
    NotANumber,
    UnknownWord,
)
from siegvo.domain.errors import Invalid
from siegvo.domain.metering.meter_index import MeterIndex

Value = TypeVar("Value")
Read = Callable[[str], Value]

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
_SHOWN: Final = 40

# Controls, what steers the direction of writing, what has no width, bytes that are no text.
_HIDDEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\ufffe\uffff\U000e0000-\U000e0fff]"
)
_NEGATIVE: Final = re.compile("[-\u2212][0-9 ]+")
_DIGITS: Final = re.compile(r"[0-9]{1,9}")


def text(column: str, most: int) -> Read[str]:
    """Read a line of visible characters, `most` at the most."""

    def read(cell: str) -> str:
        typed = disarmed(cell.strip(BLANKS))
        if not typed:
            raise CellEmpty(column=column)
        if hidden := _HIDDEN.search(typed):
            raise CellWithHiddenCharacter(column=column, code=f"U+{ord(hidden[0]):04X}")
        composed = unicodedata.normalize("NFC", typed)
        if len(composed) > most:
            raise CellTooLong(column=column, most=most)
        return composed

    return read


def day(column: str) -> Read[date]:
    def read(cell: str) -> date:
        typed = filled(column, cell)
        try:
            found = parse_day(typed)
        except Invalid:
            raise NotADay(column=column, given=shown(typed)) from None
        if not FIRST_YEAR <= found.year <= LAST_YEAR:
            raise NotADay(column=column, given=shown(typed))
        return found

    return read


def index(column: str) -> Read[MeterIndex]:
    def read(cell: str) -> MeterIndex:
        typed = disarmed(filled(column, cell))
        if _NEGATIVE.fullmatch(typed):
            raise NegativeIndex(column=column, given=shown(typed))
        try:
            return MeterIndex.parse(typed)
        except Invalid:
            raise NotAnIndex(column=column, given=shown(typed)) from None

    return read


def number(column: str, *, least: int, most: int) -> Read[int]:
    def read(cell: str) -> int:
        typed = filled(column, cell)
        if _DIGITS.fullmatch(typed) and least <= int(typed) <= most:
            return int(typed)
        raise NotANumber(column=column, given=shown(typed), least=least, most=most)

    return read


def word(column: str, known: Mapping[str, Value]) -> Read[Value]:
    """Read one of the words in `known`, whatever its case and accents."""

    def read(cell: str) -> Value:
        typed = filled(column, cell)
        try:
            return known[plain(typed)]
        except KeyError:
            raise UnknownWord(column=column, given=shown(typed), known=tuple(known)) from None

    return read


def maybe(read: Read[Value], *, otherwise: Value | None = None) -> Read[Value | None]:
    """Read a cell that may be empty."""

    def read_if_filled(cell: str) -> Value | None:
        return read(cell) if cell.strip(BLANKS) else otherwise

    return read_if_filled


def filled(column: str, cell: str) -> str:
    """Return the cell without blanks at its ends; there must be something else.

    Raises:
        CellEmpty: there is not.
    """
    typed = cell.strip(BLANKS)
    if not typed:
        raise CellEmpty(column=column)
    return typed


def shown(typed: str) -> str:
    """Return the beginning of a cell, safe to print."""
    visible = _HIDDEN.sub("\ufffd", typed)
    return visible if len(visible) <= _SHOWN else f"{visible[:_SHOWN]}…"
