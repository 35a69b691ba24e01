"""The number that names an invoice."""

import re
from typing import Self

import attrs

from siegvo.domain.errors import Invalid

_SHAPE = r"[A-Z0-9](?:[A-Z0-9._-]{0,28}[A-Z0-9])?"


@attrs.frozen
class InvalidInvoiceNumber(Invalid):
    given: str


@attrs.frozen(order=True)
class InvoiceNumber:
    """`2026-EA-0018342`: one to thirty letters and digits, with dots and dashes between them."""

    text: str = attrs.field(validator=attrs.validators.matches_re(_SHAPE))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what a file or a person wrote; lower case is forgiven.

        Raises:
            InvalidInvoiceNumber: it is no number of an invoice.
        """
        number = text.strip().upper()
        if not re.fullmatch(_SHAPE, number):
            raise InvalidInvoiceNumber(text)
        return cls(number)

    def __str__(self) -> str:
        return self.text
