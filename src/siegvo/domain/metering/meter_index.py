"""The figure shown by a water meter."""

import re
from typing import Final, Self

import attrs
from attrs.validators import ge, lt

from siegvo.domain.errors import Invalid

MOST_DIGITS: Final = 9

_WHOLE = re.compile(rf"[0-9]{{1,{MOST_DIGITS}}}")
_WITH_DECIMALS = re.compile(r"[0-9]+[.,][0-9.,]*")


@attrs.frozen
class InvalidMeterIndex(Invalid):
    given: str


@attrs.frozen
class IndexWithDecimals(Invalid):
    """The red digits, litres, were typed after the black ones."""

    given: str


@attrs.frozen(order=True)
class MeterIndex:
    """Whole cubic metres, as read on the black wheels of the meter."""

    cubic_metres: int = attrs.field(validator=[ge(0), lt(10**MOST_DIGITS)])

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what a person typed: `1250`, `01250`, or `1 250` with a blank of any kind.

        Raises:
            IndexWithDecimals: `12,5` or `1250.345`.
            InvalidMeterIndex: anything else than one to nine digits.
        """
        typed = "".join(text.split())
        if _WHOLE.fullmatch(typed):
            return cls(int(typed))
        if _WITH_DECIMALS.fullmatch(typed):
            raise IndexWithDecimals(text)
        raise InvalidMeterIndex(text)

    def __str__(self) -> str:
        """Write what `parse` reads."""
        return str(self.cubic_metres)
