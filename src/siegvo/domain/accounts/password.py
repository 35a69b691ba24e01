"""What makes a password acceptable."""

import math
import re
import unicodedata
from typing import Self

import attrs

from siegvo.domain.errors import Invalid, Refused
from siegvo.domain.policy import PASSWORD_LEAST_BITS, PASSWORD_LONGEST, PASSWORD_SHORTEST

_ALPHABETS = ((r"[a-z]", 26), (r"[A-Z]", 26), (r"[0-9]", 10), (r"[^a-zA-Z0-9]", 33))


@attrs.frozen
class PasswordMissing(Invalid):
    """Nothing was typed."""


@attrs.frozen
class PasswordTooShort(Refused):
    length: int
    missing: int


@attrs.frozen
class PasswordTooLong(Invalid):
    longest: int


@attrs.frozen
class PasswordTooSimple(Refused):
    """Long enough, yet made of so few sorts of characters that it can be searched through."""

    length: int


@attrs.frozen
class PasswordTooCommon(Refused):
    """A list or a guess finds it: a known password, the address, the town, `siegvo`..."""


@attrs.frozen
class Password:
    """What somebody typed to prove who they are; never shown, never kept."""

    text: str = attrs.field(repr=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what was typed, whatever keyboard it came from (NFKC).

        Raises:
            PasswordMissing: it is empty.
            PasswordTooLong: more than 128 characters.
        """
        if not text:
            raise PasswordMissing
        if len(text) > PASSWORD_LONGEST:
            raise PasswordTooLong(PASSWORD_LONGEST)
        return cls(unicodedata.normalize("NFKC", text))

    def check_strength(self) -> None:
        """Let it pass if a search through all such passwords is hopeless.

        Source: CNIL, deliberation 2022-100 of 21 July 2022, case 2.

        Raises:
            PasswordTooShort: fewer than 12 characters.
            PasswordTooSimple: fewer than 50 bits by length and alphabet.
        """
        length = len(self.text)
        if length < PASSWORD_SHORTEST:
            raise PasswordTooShort(length, PASSWORD_SHORTEST - length)
        alphabet = sum(size for shape, size in _ALPHABETS if re.search(shape, self.text))
        if length * math.log2(alphabet) < PASSWORD_LEAST_BITS:
            raise PasswordTooSimple(length)
