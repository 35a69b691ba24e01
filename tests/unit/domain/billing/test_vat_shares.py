from collections.abc import Sequence
from decimal import Decimal

import attrs

from siegvo.domain.billing.invoice_line import InvoiceLine
from siegvo.domain.billing.vat_shares import VatShare, vat_shares
from siegvo.domain.kernel.money import Money
from tests.support.builders.billing import an_invoice_line


def lines(*charged: tuple[str, int]) -> Sequence[InvoiceLine]:
    return [
        attrs.evolve(an_invoice_line(rank), vat_rate=Decimal(rate), net=Money(net))
        for rank, (rate, net) in enumerate(charged)
    ]


def a_share(rate: str, net: int, vat: int) -> VatShare:
    return VatShare(rate=Decimal(rate), net=Money(net), vat=Money(vat))


class TestTheVatShares:
    def test_are_one_for_each_rate_the_lowest_first(self) -> None:
        shares = vat_shares(
            lines(("10", 7144), ("5.5", 1633), ("5.50", 6947)), vat=Money(714 + 472)
        )

        assert shares == (a_share("5.5", 8580, 472), a_share("10", 7144, 714))

    def test_round_half_a_cent_up(self) -> None:
        assert vat_shares(lines(("5", 10)), vat=Money(1)) == (a_share("5", 10, 1),)

    def test_are_below_zero_in_a_credit_note(self) -> None:
        assert vat_shares(lines(("10", -100)), vat=Money(-10)) == (a_share("10", -100, -10),)

    def test_are_not_told_when_the_billing_system_says_otherwise(self) -> None:
        assert vat_shares(lines(("10", 7144)), vat=Money(715)) == ()

    def test_are_not_told_when_it_says_nothing(self) -> None:
        assert vat_shares(lines(("10", 7144)), vat=None) == ()

    def test_are_none_without_a_line(self) -> None:
        assert vat_shares([], vat=Money(0)) == ()
