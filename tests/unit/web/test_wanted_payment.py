"""What a form about the payment of a contract asks for, and the pages that makes."""

import pytest

from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.entrypoints.web.payments.examining import Wanted
from siegvo.entrypoints.web.payments.steps import steps_of

INVOICE, DEBIT, MONTHLY = (
    PaymentMode.ON_INVOICE,
    PaymentMode.DIRECT_DEBIT,
    PaymentMode.MONTHLY,
)


class TestWhatIsWanted:
    @pytest.mark.parametrize(
        ("before", "after", "pages"),
        [
            (INVOICE, None, ["mode"]),
            (INVOICE, DEBIT, ["mode", "compte", "mandat", "accord"]),
            (INVOICE, MONTHLY, ["mode", "compte", "echeancier", "mandat", "accord"]),
            (DEBIT, MONTHLY, ["mode", "compte", "echeancier", "accord"]),
            (MONTHLY, DEBIT, ["mode", "compte", "accord"]),
            (MONTHLY, INVOICE, ["mode", "accord"]),
            (DEBIT, DEBIT, ["mode", "compte", "mandat", "accord"]),
        ],
    )
    def test_makes_its_pages(
        self, before: PaymentMode, after: PaymentMode | None, pages: list[str]
    ) -> None:
        wanted = Wanted(before=before, after=after)

        assert [step.name for step in steps_of(wanted, asks_mode=True)] == pages

    def test_needs_another_account_once_the_mandate_has_lapsed(self) -> None:
        assert not Wanted(before=DEBIT, after=MONTHLY).needs_account
        assert Wanted(before=DEBIT, after=MONTHLY, has_lapsed=True).needs_account
        assert not Wanted(before=DEBIT, after=INVOICE, has_lapsed=True).needs_account
