"""Who owes for the water."""

import re
from typing import Self

import attrs

from siegvo.domain.errors import Invalid
from siegvo.domain.kernel.postal_address import PostalAddress

_SHAPE = r"[A-Za-z0-9][A-Za-z0-9._/-]{0,29}"


@attrs.frozen
class InvalidPayerCode(Invalid):
    given: str


@attrs.frozen(order=True)
class PayerCode:
    """How the billing system calls a payer: one to thirty letters and digits."""

    text: str = attrs.field(validator=attrs.validators.matches_re(_SHAPE))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read it as written.

        Raises:
            InvalidPayerCode: empty, or holds something no code holds.
        """
        if not re.fullmatch(_SHAPE, text.strip()):
            raise InvalidPayerCode(text)
        return cls(text.strip())

    def __str__(self) -> str:
        return self.text


@attrs.frozen(kw_only=True)
class Payer:
    """A person, a company or a town that receives the invoices of its contracts."""

    code: PayerCode
    name: str
    address: PostalAddress
    email: str | None = None
    siret: str | None = None
