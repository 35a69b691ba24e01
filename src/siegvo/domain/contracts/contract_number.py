"""The number that names a water contract."""

import re
from typing import Self

import attrs

from siegvo.domain.contracts.copied import MEANINGLESS
from siegvo.domain.errors import Invalid

_SHAPE = r"[0-9]{4,14}"
_READ_ALIKE = str.maketrans("oO", "00", MEANINGLESS)


@attrs.frozen
class InvalidContractNumber(Invalid):
    given: str


@attrs.frozen(order=True)
class ContractNumber:
    """The number printed at the top right of every invoice: four to fourteen digits."""

    digits: str = attrs.field(validator=attrs.validators.matches_re(_SHAPE))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what a person copied: blanks, dashes, and O for 0 are forgiven.

        Raises:
            InvalidContractNumber: something else than digits is left.
        """
        digits = text.strip().translate(_READ_ALIKE)
        if not re.fullmatch(_SHAPE, digits):
            raise InvalidContractNumber(text)
        return cls(digits)

    def __str__(self) -> str:
        return self.digits
