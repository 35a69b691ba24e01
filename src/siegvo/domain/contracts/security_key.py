"""The key printed beside the contract number."""

import re
from typing import Self

import attrs

from siegvo.domain.contracts.copied import MEANINGLESS
from siegvo.domain.errors import Invalid

_SHAPE = r"[A-Z0-9]{4,32}"
_READ_ALIKE = str.maketrans("OI", "01", MEANINGLESS)


@attrs.frozen
class InvalidSecurityKey(Invalid):
    """Not a key.  What was typed is not kept: it may be one letter away from a secret."""


@attrs.frozen
class SecurityKey:
    """Proof that someone holds an invoice: four to thirty-two letters and digits.

    O and 0, I and 1 are read alike; case, blanks and dashes do not count.
    """

    text: str = attrs.field(repr=False, validator=attrs.validators.matches_re(_SHAPE))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what a person copied, or what the billing system wrote.

        Raises:
            InvalidSecurityKey: it holds something else than letters and digits.
        """
        read = text.strip().upper().translate(_READ_ALIKE)
        if not re.fullmatch(_SHAPE, read):
            raise InvalidSecurityKey
        return cls(read)
