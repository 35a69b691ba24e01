"""Cells that no spreadsheet will run as a formula.

A spreadsheet runs a cell that begins with one of a few characters; opened with another
separator than ours, or with quotation marks misread, a cell may begin in the middle of one.
An apostrophe before keeps it a text (OWASP, "CSV Injection").
"""

import re
from typing import Final

_STARTS: Final = "=+\\-@|\uff1d\uff0b\uff0d\uff20\u2212\uff5c"
_ARMED: Final = re.compile(rf"(?P<before>^|[;,\"'])(?P<blanks>\s*)(?=[{_STARTS}])")
_APOSTROPHE: Final = re.compile(rf"'(?='*\s*[{_STARTS}])")
_BREAK: Final = re.compile("[\t\r\n\v\f\x85\u2028\u2029]")
_INVISIBLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def harmless(cell: str) -> str:
    """Return the cell as it may be written to a file that people open, on one line."""
    if cell.isalnum():  # most are
        return cell
    visible = _INVISIBLE.sub("\ufffd", _BREAK.sub(" ", cell))
    return _ARMED.sub(r"\g<before>'\g<blanks>", visible)


def disarmed(cell: str) -> str:
    """Return what stood at the beginning of a cell before `harmless`."""
    return cell[1:] if _APOSTROPHE.match(cell) else cell
