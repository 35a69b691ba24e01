"""What may be wrong with a row of a file, before anything is known of the database.

`column` is the name the file gives; `given` the beginning of what stands in the cell.
"""

from datetime import date

import attrs

from siegvo.domain.errors import Invalid, Refused


@attrs.frozen(kw_only=True)
class RowWithoutEnd(Invalid):
    """A quotation mark is opened and never closed."""


@attrs.frozen(kw_only=True)
class RowTooLong(Invalid):
    most: int


@attrs.frozen(kw_only=True)
class WrongCellCount(Invalid):
    expected: int
    found: int


@attrs.frozen(kw_only=True)
class CellEmpty(Invalid):
    column: str


@attrs.frozen(kw_only=True)
class CellTooLong(Invalid):
    column: str
    most: int


@attrs.frozen(kw_only=True)
class CellWithHiddenCharacter(Invalid):
    """It holds a character nobody can see, or bytes that are no text; `code` is its number."""

    column: str
    code: str


@attrs.frozen(kw_only=True)
class NotADay(Invalid):
    column: str
    given: str


@attrs.frozen(kw_only=True)
class NotAnIndex(Invalid):
    column: str
    given: str


@attrs.frozen(kw_only=True)
class NegativeIndex(Invalid):
    column: str
    given: str


@attrs.frozen(kw_only=True)
class IndexBeyondDials(Refused):
    """It has more digits than the meter has dials."""

    column: str
    cubic_metres: int
    dials: int


@attrs.frozen(kw_only=True)
class NotANumber(Invalid):
    column: str
    given: str
    least: int
    most: int


@attrs.frozen(kw_only=True)
class UnknownWord(Invalid):
    """One of the words in `known` was expected."""

    column: str
    given: str
    known: tuple[str, ...]


@attrs.frozen(kw_only=True)
class NotAContractNumber(Invalid):
    column: str
    given: str


@attrs.frozen(kw_only=True)
class NotASecurityKey(Invalid):
    """The key itself is told to nobody."""

    column: str


@attrs.frozen(kw_only=True)
class NotAPayerCode(Invalid):
    column: str
    given: str


@attrs.frozen(kw_only=True)
class NotAPostcode(Invalid):
    column: str
    given: str


@attrs.frozen(kw_only=True)
class NotASiret(Invalid):
    column: str
    given: str


@attrs.frozen(kw_only=True)
class NotAMailbox(Invalid):
    column: str
    given: str


@attrs.frozen(kw_only=True)
class IbanInClear(Invalid):
    """An account number was written in full; it is told to nobody."""

    column: str


@attrs.frozen(kw_only=True)
class EndsBeforeItStarts(Refused):
    first: date
    last: date


@attrs.frozen(kw_only=True)
class RemovalIncomplete(Refused):
    """A day of removal without an index, or the reverse: `missing` is the empty column."""

    missing: str
