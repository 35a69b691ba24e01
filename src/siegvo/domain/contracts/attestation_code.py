"""The code printed on an attestation, which anybody may have checked."""

import re
from datetime import date, timedelta
from typing import Final, Self

import attrs

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.copied import MEANINGLESS
from siegvo.domain.errors import Invalid

SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Those of a code: no letter that is read as another, or as a digit (Crockford's base 32)."""

HOLDER_SIGNS: Final = 12
"""60 bits: nobody hits upon a code."""
WORDS_SIGNS: Final = 4

_READ_ALIKE: Final = str.maketrans("OIL", "011", MEANINGLESS)
_SHAPE: Final = re.compile(rf"([0-9]{{4,14}})([{SIGNS}]{{3}})([{SIGNS}]{{12}})([{SIGNS}]{{4}})")
_DAY_ONE: Final = date(2020, 1, 1)
_DAY_SIGNS: Final = 3
_GROUP: Final = 4


@attrs.frozen
class AttestationUnknown(Invalid):
    """No paper of ours bears this code: mistyped or made up, nobody is told which."""


@attrs.frozen(kw_only=True)
class AttestationCode:
    """What the paper says anyway (contract, day), and two marks that only the portal can make.

    `holder_mark` vouches for the payer, the contract and the day; `words_mark` tells whether
    the name, the address and the dates are still what they were.
    """

    contract: ContractNumber
    made_on: date
    holder_mark: str
    words_mark: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what a person copied: case, blanks, dashes, O for 0 and I for 1 are forgiven.

        Raises:
            AttestationUnknown: it cannot be a code of ours.
        """
        read = _SHAPE.fullmatch(text.strip().upper().translate(_READ_ALIKE))
        if read is None:
            raise AttestationUnknown
        contract, day, holder, words = read.groups()
        return cls(
            contract=ContractNumber(contract),
            made_on=_DAY_ONE + timedelta(days=_number(day)),
            holder_mark=holder,
            words_mark=words,
        )

    def __str__(self) -> str:
        """Write it in groups, as it is printed: `100214881-2EP-K7QM-2XHD-9RTB-4WNE`."""
        marks = self.holder_mark + self.words_mark
        groups = [marks[at : at + _GROUP] for at in range(0, len(marks), _GROUP)]
        return "-".join([self.contract.digits, _signs((self.made_on - _DAY_ONE).days), *groups])


def _number(signs: str) -> int:
    number = 0
    for sign in signs:
        number = number * len(SIGNS) + SIGNS.index(sign)
    return number


def _signs(number: int) -> str:
    found = ""
    for _ in range(_DAY_SIGNS):
        number, rest = divmod(number, len(SIGNS))
        found = SIGNS[rest] + found
    return found
