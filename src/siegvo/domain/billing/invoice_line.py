"""What one line of an invoice charges for."""

from decimal import Decimal
from enum import Enum

import attrs

from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.kernel.money import Money


class Heading(Enum):
    """Where a line stands; the order is the one of the order of 10 July 1996."""

    WATER = "water"
    SANITATION = "sanitation"
    PUBLIC_BODIES = "public_bodies"


@attrs.frozen(kw_only=True)
class InvoiceLine:
    """A label, how much of it, at what price.

    `unit_price` is in euros before tax, to four decimals; `vat_rate` in per cent; `net`
    before tax, as the billing system rounded it.
    """

    invoice: InvoiceNumber
    rank: int = attrs.field(validator=attrs.validators.ge(0))
    heading: Heading
    label: str
    quantity: Decimal
    unit: str | None
    unit_price: Decimal
    vat_rate: Decimal
    net: Money
