"""The name of a commune, however it was written."""

import re
import unicodedata
from typing import Final, Self

import attrs

from siegvo.domain.errors import Invalid
from siegvo.domain.policy import COMMUNE_LONGEST
from siegvo.domain.requests.plain_text import plain_line

_NOT_A_LETTER: Final = re.compile(r"[^A-Z0-9]+")
_IN_FULL: Final = {"ST": "SAINT", "STE": "SAINTE"}


@attrs.frozen
class InvalidCommune(Invalid):
    """Empty, without a letter, or longer than `longest` characters."""

    longest: int = COMMUNE_LONGEST


@attrs.frozen
class Commune:
    """A commune; `STE MARIE AUX CHENES` is that of `Sainte-Marie-aux-Chênes`."""

    name: str = attrs.field(eq=False)
    key: str = attrs.field(init=False, repr=False)

    @key.default
    def _spelled_out(self) -> str:
        bare = unicodedata.normalize("NFKD", self.name.upper()).encode("ascii", "ignore").decode()
        words = _NOT_A_LETTER.sub(" ", bare).split()
        return " ".join(_IN_FULL.get(word, word) for word in words)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what staff typed.

        Raises:
            InvalidCommune: it is none.
        """
        commune = cls(plain_line(text))
        if not commune.key or len(commune.name) > COMMUNE_LONGEST:
            raise InvalidCommune
        return commune

    def __str__(self) -> str:
        return self.name
