"""Texts, as the fonts of the papers can print them."""

import re
from typing import Final
from unicodedata import category, normalize

_UNREADABLE: Final = "\ufffd"
_MAY_BREAK_HERE: Final = "\u200b"

# Source Sans 3 has no narrow no-break space, and another font's would spoil the figures.
_OTHERWISE: Final = str.maketrans(
    {"\u202f": "\u00a0", "\u2011": "-", "\t": " ", "\n": " ", "\r": " "}
)
# What one of the fonts can draw: the alphabets of Europe, Hebrew, Arabic, and usual signs.
_DRAWN: Final = re.compile(
    "[ -~\u00a0-\u04ff\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u1e00-\u1fff"
    "\u2010-\u2027\u2030-\u2040\u20a0-\u20bf\u2116\u2122\u2190-\u2193\u2212\u2215\u2264\u2265]"
)
_LONG_WORD: Final = re.compile(r"\S{25,}")
_PIECE: Final = re.compile(r"\S{12}(?=\S)")


def printable(text: str) -> str:
    """Return `text` as it can be printed: never with a sign that PDF/UA forbids.

    Signs that turn the direction of writing are left out; so are accents that stand alone,
    which typst cannot set.  What no font can draw is shown as such.
    """
    composed = normalize("NFC", text.translate(_OTHERWISE))
    shown = "".join(filter(None, map(_shown, composed)))
    return _LONG_WORD.sub(lambda word: _PIECE.sub(rf"\g<0>{_MAY_BREAK_HERE}", word[0]), shown)


def _shown(sign: str) -> str:
    match category(sign):
        case "Cc" | "Cf" | "Mn" | "Me" | "Mc" | "Zl" | "Zp":
            return ""
        case "Cn" | "Co" | "Cs":
            return _UNREADABLE
        case _:
            return sign if _DRAWN.match(sign) else _UNREADABLE
