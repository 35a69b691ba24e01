"""The price of a litre, as every invoice must tell it."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

import attrs

from siegvo.domain.billing.invoice_line import InvoiceLine
from siegvo.domain.kernel.money import Money

_CUBIC_METRES: Final = frozenset({"m3", "m\u00b3"})
_LITRES: Final = 1000
_CENTS: Final = 100
_KEPT: Final = Decimal("0.00001")


@attrs.frozen(kw_only=True)
class LitrePrice:
    """Euros a litre, tax included, to five decimals; `subscription`, told beside it, is not in it.

    Order of 10 July 1996, as that of 28 April 2016 has it: all the invoice charges for counts,
    but the fixed part.
    """

    euros: Decimal
    subscription: Money


def litre_price(lines: Sequence[InvoiceLine], *, volume_m3: int | None) -> LitrePrice | None:
    """Return the price of a litre of `volume_m3`; nothing when no water was charged."""
    charged = _cents_with_tax(line for line in lines if _is_by_volume(line))
    if volume_m3 is None or volume_m3 <= 0 or charged <= 0:
        return None
    fixed = _cents_with_tax(line for line in lines if not _is_by_volume(line))
    return LitrePrice(
        euros=_rounded(charged / _CENTS / (volume_m3 * _LITRES), to=_KEPT),
        subscription=Money(int(_rounded(fixed, to=Decimal(1)))),
    )


def _is_by_volume(line: InvoiceLine) -> bool:
    return line.unit is not None and line.unit.casefold() in _CUBIC_METRES


def _cents_with_tax(lines: Iterable[InvoiceLine]) -> Decimal:
    return sum((line.net.cents * (1 + line.vat_rate / 100) for line in lines), Decimal(0))


def _rounded(exact: Decimal, *, to: Decimal) -> Decimal:
    return exact.quantize(to, rounding=ROUND_HALF_UP)
