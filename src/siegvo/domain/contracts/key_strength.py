"""How hard a security key is to guess."""

from collections.abc import Collection
from math import floor, log2
from typing import Final

from siegvo.domain.contracts.security_key import SecurityKey

_DIGITS: Final = frozenset("0123456789")
_HEXADECIMAL: Final = _DIGITS | frozenset("ABCDEF")

WIDEST: Final = 32
"""Letters and digits, less those that are read alike."""


def alphabet_of(signs: Collection[str]) -> int:
    """Return how many signs whoever drew the keys that hold `signs` chose from.

    Digits alone, hexadecimal digits, or letters and digits: the narrowest that holds them.
    """
    for alphabet in (_DIGITS, _HEXADECIMAL):
        if alphabet.issuperset(signs):
            return len(alphabet)
    return WIDEST


def bits_of(key: SecurityKey, *, alphabet: int) -> int:
    """Return the bits of a key drawn at random from `alphabet` signs."""
    return floor(len(key.text) * log2(alphabet))
