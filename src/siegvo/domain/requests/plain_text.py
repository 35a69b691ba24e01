"""What people type, as it is kept: composed, and without what shows nothing or turns it round.

Marks that come along with what is pasted are dropped; a control character, which nobody types and
no keyboard gives, is refused by whoever reads an answer.
"""

import unicodedata
from typing import Final

_NEW_LINES: Final = ("\r\n", "\r", "\u0085", "\u2028", "\u2029", "\v", "\f")
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co"})
_JOINERS: Final = "\u200c\u200d"
"""Emoji and some scripts are written with them."""


def plain_text(text: str) -> str:
    """Return `text` in normal form C, its lines kept; control and bidirectional marks are gone."""
    for new_line in _NEW_LINES:
        text = text.replace(new_line, "\n")
    shown = "".join(each for each in text.replace("\t", " ") if each == "\n" or _shows(each))
    return unicodedata.normalize("NFC", shown).strip()


def plain_line(text: str) -> str:
    """Return `text` likewise, on one line, with single blanks."""
    return " ".join(plain_text(text).split())


def is_garbled(text: str) -> bool:
    """Say whether it holds control characters, beside those that end a line and tabs."""
    return any(
        unicodedata.category(each) == "Cc" and each not in {"\n", "\t", *_NEW_LINES}
        for each in text
    )


def _shows(character: str) -> bool:
    """Say whether it is no control, format, surrogate or private character."""
    return unicodedata.category(character) not in _HIDDEN or character in _JOINERS
