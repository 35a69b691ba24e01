"""What the water of the demo costs, and the lines an invoice says it in."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

import attrs

_SUBSCRIPTION: Final = Decimal("16.3300")
_WATER, _SANITATION, _PUBLIC = "eau", "assainissement", "organismes"
_ON_WATER, _ON_SANITATION = Decimal("5.5"), Decimal(10)
_LEVIES_CHANGED_ON: Final = date(2025, 1, 1)
"""Since then, levies of the water agencies have other names and other rates."""

Tariff = tuple[tuple[str, str, Decimal, Decimal], ...]
"""A heading, a label, euros a cubic metre and a rate of VAT."""

_ALWAYS: Final[Tariff] = (
    (_WATER, "Consommation d’eau potable", Decimal("1.4210"), _ON_WATER),
    (_SANITATION, "Redevance d’assainissement collectif", Decimal("1.8800"), _ON_SANITATION),
)
_UNTIL_THEN: Final[Tariff] = (
    (_PUBLIC, "lutte contre la pollution (agence de l’eau)", Decimal("0.3500"), _ON_WATER),
    (_PUBLIC, "modernisation des réseaux (agence de l’eau)", Decimal("0.2330"), _ON_SANITATION),
)
_SINCE_THEN: Final[Tariff] = (
    (_PUBLIC, "consommation eau potable (agence de l’eau)", Decimal("0.3900"), _ON_WATER),
    (
        _PUBLIC,
        "performance des réseaux d’eau potable (agence de l’eau)",
        Decimal("0.0170"),
        _ON_WATER,
    ),
    (
        _PUBLIC,
        "performance des systèmes d’assainissement collectif (agence de l’eau)",
        Decimal("0.0240"),
        _ON_SANITATION,
    ),
    (
        _PUBLIC,
        "prélèvement sur la ressource en eau (agence de l’eau)",
        Decimal("0.0590"),
        _ON_WATER,
    ),
)


@attrs.frozen(kw_only=True)
class DemoLine:
    """`net` in cents, before tax; `unit` and `heading` in the words of the exchange files."""

    heading: str
    label: str
    quantity: int
    unit: str
    unit_price: Decimal
    vat_rate: Decimal

    @property
    def net(self) -> int:
        return _rounded(self.quantity * self.unit_price * 100)


@attrs.frozen(kw_only=True)
class DemoAmounts:
    """In cents."""

    net: int
    vat: int

    @property
    def total(self) -> int:
        return self.net + self.vat


def lines_for(volume: int, *, since: date, has_subscription: bool = True) -> tuple[DemoLine, ...]:
    """Charge for `volume` drawn from the day `since`; below zero, it is given back."""
    return tuple(_lines(volume, since=since, has_subscription=has_subscription))


def amounts_of(lines: tuple[DemoLine, ...]) -> DemoAmounts:
    """Add lines up; the tax is rounded once for each rate."""
    rates = {line.vat_rate for line in lines}
    nets = {rate: sum(line.net for line in lines if line.vat_rate == rate) for rate in rates}
    return DemoAmounts(
        net=sum(nets.values()),
        vat=sum(_rounded(net * rate / 100) for rate, net in nets.items()),
    )


def _lines(volume: int, *, since: date, has_subscription: bool) -> Iterator[DemoLine]:
    if has_subscription:
        yield DemoLine(
            heading=_WATER,
            label="Abonnement compteur",
            quantity=1,
            unit="forfait",
            unit_price=_SUBSCRIPTION,
            vat_rate=_ON_WATER,
        )
    levies = _SINCE_THEN if since >= _LEVIES_CHANGED_ON else _UNTIL_THEN
    for heading, label, price, rate in (*_ALWAYS, *levies):
        yield DemoLine(
            heading=heading,
            label=label,
            quantity=volume,
            unit="m3",
            unit_price=price,
            vat_rate=rate,
        )


def _rounded(cents: Decimal) -> int:
    return int(cents.quantize(Decimal(1), rounding=ROUND_HALF_UP))
