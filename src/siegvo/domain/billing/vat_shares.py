"""What of an invoice is tax, rate by rate."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

import attrs

from siegvo.domain.billing.invoice_line import InvoiceLine
from siegvo.domain.kernel.money import Money


@attrs.frozen(kw_only=True)
class VatShare:
    """The tax on all that is charged at one rate; `rate` in per cent."""

    rate: Decimal
    net: Money
    vat: Money


def vat_shares(lines: Iterable[InvoiceLine], *, vat: Money | None) -> tuple[VatShare, ...]:
    """Return a share for each rate, the lowest first.

    Nothing when they do not add up to `vat`, all the tax as the billing system rounded it.
    """
    nets: dict[Decimal, int] = {}
    for line in lines:
        nets[line.vat_rate] = nets.get(line.vat_rate, 0) + line.net.cents
    shares = tuple(
        VatShare(rate=rate, net=Money(net), vat=_tax_on(net, rate=rate))
        for rate, net in sorted(nets.items())
    )
    is_whole = vat is not None and sum(share.vat.cents for share in shares) == vat.cents
    return shares if is_whole else ()


def _tax_on(cents: int, *, rate: Decimal) -> Money:
    """Return the tax, half a cent rounded away from zero."""
    return Money(int((cents * rate / 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)))
