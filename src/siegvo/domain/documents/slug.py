"""The name of a document in its address."""

import re
from typing import Self
from unicodedata import normalize

import attrs

from siegvo.domain.errors import Invalid

_LONGEST = 60
_SHAPE = rf"(?=.{{1,{_LONGEST}}}\Z)[a-z0-9]+(?:-[a-z0-9]+)*"
_READ_ALIKE = str.maketrans(
    {"\u2019": " ", "\u0153": "oe", "\u0152": "oe", "\u00e6": "ae", "\u00c6": "ae"}
)


@attrs.frozen
class InvalidSlug(Invalid):
    given: str


@attrs.frozen(order=True)
class Slug:
    """`reglement-de-service`: lower-case letters and digits, dashes between words, at most 60."""

    text: str = attrs.field(validator=attrs.validators.matches_re(_SHAPE))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read one as it stands in an address.

        Raises:
            InvalidSlug: it is none.
        """
        if not re.fullmatch(_SHAPE, text):
            raise InvalidSlug(text)
        return cls(text)

    @classmethod
    def of_title(cls, title: str) -> Self:
        """Make one of a title, accents and little else lost.

        Raises:
            InvalidSlug: no letter or digit is left.
        """
        folded = normalize("NFKD", title.translate(_READ_ALIKE)).encode("ascii", "ignore").decode()
        words = re.findall(r"[a-z0-9]+", folded.lower())
        while words and len("-".join(words)) > _LONGEST and len(words) > 1:
            words.pop()
        return cls.parse("-".join(words)[:_LONGEST])

    def __str__(self) -> str:
        return self.text
