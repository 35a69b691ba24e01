from decimal import Decimal

import attrs
import pytest

from siegvo.domain.billing.whole_litre_price import whole_litre_price
from tests.support.builders.billing import an_invoice


class TestTheWholeLitrePrice:
    @pytest.mark.parametrize(
        ("cents", "volume", "euros"),
        [(16_910, 38, "0.0045"), (445, 1, "0.0045"), (44, 1, "0.0004"), (100_000, 1, "1.0000")],
    )
    def test_counts_everything(self, cents: int, volume: int, euros: str) -> None:
        invoice = attrs.evolve(an_invoice(total=cents), volume_m3=volume)

        assert whole_litre_price(invoice) == Decimal(euros)

    @pytest.mark.parametrize(
        ("cents", "volume"), [(16_910, None), (16_910, 0), (0, 38), (-3_120, 8), (-3_120, -8)]
    )
    def test_is_not_told_without_water_that_was_charged(
        self, cents: int, volume: int | None
    ) -> None:
        invoice = attrs.evolve(an_invoice(total=cents), volume_m3=volume)

        assert whole_litre_price(invoice) is None
