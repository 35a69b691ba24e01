"""What may be wrong with a whole file: it is refused, and nothing changes."""

import attrs

from siegvo.domain.errors import Refused


@attrs.frozen(kw_only=True)
class FileEmpty(Refused):
    """Nothing but blank lines."""


@attrs.frozen(kw_only=True)
class FileNotText(Refused):
    """UTF-16, a workbook, a picture: not lines of text in UTF-8 or Windows-1252."""


@attrs.frozen(kw_only=True)
class HeaderMissing(Refused):
    """The first line names none of the columns expected."""

    expected: tuple[str, ...]


@attrs.frozen(kw_only=True)
class ColumnsMissing(Refused):
    columns: tuple[str, ...]


@attrs.frozen(kw_only=True)
class ColumnTwice(Refused):
    column: str


@attrs.frozen(kw_only=True)
class ColumnIgnored(Refused):
    """A warning: nobody here knows this column; the file is read without it."""

    column: str
