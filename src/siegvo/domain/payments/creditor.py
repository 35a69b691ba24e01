"""Who collects direct debits."""

import re
from typing import Final, Self

import attrs
from attrs.validators import matches_re, optional

from siegvo.domain.errors import Invalid
from siegvo.domain.payments.iban import Iban

BIC: Final = "[A-Z]{6}[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?"
"""How banks are named (ISO 9362)."""

_SHAPE: Final = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{3}[A-Z0-9]{1,28}")


@attrs.frozen
class InvalidCreditorId(Invalid):
    given: str


@attrs.frozen
class CreditorId:
    """The SEPA creditor identifier, in France the ICS: `FR72ZZZ123456` (EPC 262-08).

    A country, two check digits (ISO 7064, mod 97-10) that leave the next three signs out of
    account, those three for the creditor's own use, then its number.
    """

    text: str = attrs.field()

    @text.validator
    def _sound(self, _: object, text: str) -> None:
        if not (_SHAPE.fullmatch(text) and _fits(text)):
            message = f"{text} is no creditor identifier"
            raise ValueError(message)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what stands in a letter of the bank; blanks and lower case are forgiven.

        Raises:
            InvalidCreditorId: it is none.
        """
        read = "".join(text.split()).upper()
        if not (_SHAPE.fullmatch(read) and _fits(read)):
            raise InvalidCreditorId(text)
        return cls(read)

    def __str__(self) -> str:
        return self.text


@attrs.frozen(kw_only=True)
class Creditor:
    """The one whom debtors know by `name` and `identifier`, and the account that is credited."""

    name: str
    identifier: CreditorId
    iban: Iban
    bic: str | None = attrs.field(default=None, validator=optional(matches_re(BIC)))


def _fits(text: str) -> bool:
    moved = text[7:] + text[:4]
    return int("".join(str(int(sign, base=36)) for sign in moved)) % 97 == 1
