"""The number somebody can be called at."""

import re
from typing import Final, Self

import attrs

from siegvo.domain.errors import Invalid

_BLANKS: Final = str.maketrans("", "", " \t\u00a0\u202f.-/()")
_FRENCH: Final = re.compile(r"(?:(?:\+33|0033)0?|0)(?P<rest>[1-9][0-9]{8})")
_ABROAD: Final = re.compile(r"(?:\+|00)(?P<rest>[1-9][0-9]{6,13})")
_KEPT: Final = r"0[1-9][0-9]{8}|\+[1-9][0-9]{6,13}"


@attrs.frozen
class InvalidTelephone(Invalid):
    given: str


@attrs.frozen
class Telephone:
    """Ten digits of the French plan, or `+` and a country: Luxembourg is next door."""

    number: str = attrs.field(validator=attrs.validators.matches_re(_KEPT))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `06 12 34 56 78`, `+33 6 12 34 56 78` or `00352 621 123 456`.

        Raises:
            InvalidTelephone: nobody could call it.
        """
        typed = text.strip().translate(_BLANKS)
        if french := _FRENCH.fullmatch(typed):
            return cls(f"0{french['rest']}")
        abroad = _ABROAD.fullmatch(typed)
        if not abroad or abroad["rest"].startswith("33"):
            raise InvalidTelephone(text)
        return cls(f"+{abroad['rest']}")

    def __str__(self) -> str:
        """Write what `parse` reads."""
        return self.number
