"""What a litre costs when everything is counted, the subscription included."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.kernel.money import Money

_CENTS_PER_LITRE: Final = Decimal(100_000)
_KEPT: Final = Decimal("0.0001")


def whole_litre_price(invoice: Invoice) -> Decimal | None:
    """Return euros a litre, tax included, to four decimals; nothing when no water was charged."""
    if not invoice.volume_m3 or invoice.volume_m3 < 0 or invoice.total <= Money.zero():
        return None
    exact = Decimal(invoice.total.cents) / (invoice.volume_m3 * _CENTS_PER_LITRE)
    return exact.quantize(_KEPT, rounding=ROUND_HALF_UP)
