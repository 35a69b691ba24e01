"""What comes along when people copy a code from paper, a letter or a PDF, and means nothing."""

from typing import Final

_BLANKS: Final = " \t\u00a0\u202f\u205f" + "".join(map(chr, range(0x2000, 0x200B)))
_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_DASHES: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"

MEANINGLESS: Final = _BLANKS + _UNSEEN + _DASHES + "._/"
"""Blanks of every width, dashes of every length, and the marks that stand between groups."""
