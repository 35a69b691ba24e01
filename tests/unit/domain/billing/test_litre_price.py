from decimal import Decimal

import attrs
import pytest

from siegvo.domain.billing.invoice_line import InvoiceLine
from siegvo.domain.billing.litre_price import LitrePrice, litre_price
from siegvo.domain.kernel.money import Money
from tests.support.builders.billing import an_invoice_line
from tests.support.builders.papers import paper_lines


def a_line(net: int, *, unit: str | None = "m3", rate: str = "10") -> InvoiceLine:
    return attrs.evolve(an_invoice_line(), net=Money(net), unit=unit, vat_rate=Decimal(rate))


class TestTheLitrePrice:
    def test_counts_all_but_the_subscription_with_its_tax(self) -> None:
        """By hand: (54.00 + 14.82 + 0.65) x 1.055 + 71.44 x 1.10 = 151.87, for 38 000 litres."""
        assert litre_price(paper_lines(), volume_m3=38) == LitrePrice(
            euros=Decimal("0.00400"), subscription=Money(1723)
        )

    @pytest.mark.parametrize("unit", ["m3", "M3", "m\u00b3"])
    def test_knows_a_cubic_metre(self, unit: str) -> None:
        price = litre_price([a_line(1000, unit=unit)], volume_m3=1)

        assert price == LitrePrice(euros=Decimal("0.01100"), subscription=Money(0))

    @pytest.mark.parametrize("unit", ["forfait", "jour", None])
    def test_leaves_what_does_not_follow_the_volume_aside(self, unit: str | None) -> None:
        price = litre_price([a_line(1000), a_line(200, unit=unit)], volume_m3=1)

        assert price == LitrePrice(euros=Decimal("0.01100"), subscription=Money(220))

    @pytest.mark.parametrize("volume", [None, 0, -3])
    def test_is_not_told_when_no_volume_was_charged(self, volume: int | None) -> None:
        assert litre_price([a_line(1000)], volume_m3=volume) is None

    def test_is_not_told_when_nothing_was_charged_by_volume(self) -> None:
        assert litre_price([a_line(1000, unit="forfait")], volume_m3=10) is None

    def test_is_not_told_by_a_credit_note(self) -> None:
        assert litre_price([a_line(-1000)], volume_m3=10) is None
