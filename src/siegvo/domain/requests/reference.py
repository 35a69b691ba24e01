"""The number of a service request, to be read out over the telephone."""

import re
from typing import Self

import attrs

from siegvo.domain.errors import Invalid

_SHAPE = re.compile(r"D-(?P<year>[0-9]{4})-(?P<rank>[0-9]{6,9})")
_AS_TYPED = re.compile(r"D?[\s-]*(?P<year>[0-9]{4})[\s-]*(?P<rank>[0-9]{1,9})", re.IGNORECASE)


@attrs.frozen
class InvalidRequestReference(Invalid):
    given: str


@attrs.frozen(order=True)
class RequestReference:
    """`D-2026-000123`: a year and a rank in it, never used twice."""

    year: int
    rank: int = attrs.field(validator=attrs.validators.ge(1))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `D-2026-000123`, or `d 2026 123` as somebody noted it down.

        Raises:
            InvalidRequestReference: it is no reference.
        """
        found = _SHAPE.fullmatch(text.strip()) or _AS_TYPED.fullmatch(text.strip())
        if not found or not int(found["rank"]):
            raise InvalidRequestReference(text)
        return cls(int(found["year"]), int(found["rank"]))

    def __str__(self) -> str:
        return f"D-{self.year:04}-{self.rank:06}"
