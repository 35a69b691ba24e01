"""Whether two names may be those of the same person."""

import re
import unicodedata
from typing import Final

_TITLES: Final = frozenset(
    {"m", "mr", "mme", "mlle", "mm", "mmes", "monsieur", "madame", "ou", "et", "de", "du", "la"}
)
_LEAST: Final = 2
"""Initials tell nobody apart."""


def may_be_same(one: str, other: str) -> bool:
    """Say whether all that one name says, the other says too, whatever the order.

    Accents, titles and initials do not count: `MARCHAL Odile` is `Mme Odile Marchal`, and one
    of `M. ou Mme Marchal Odile et Jean`.
    """
    words, others = _words(one), _words(other)
    return bool(words and others) and (words <= others or others <= words)


def _words(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    found = re.findall("[a-z0-9]+", plain)
    return frozenset(word for word in found if len(word) >= _LEAST and word not in _TITLES)
