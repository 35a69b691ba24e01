"""What may be asked about the payment of a contract."""

import pytest

from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.payments.wish import AccountMissing, NothingDebited, SameMode, Wish
from tests.support.builders.contracts import CONTRACT


class TestTheSameMode:
    def test_changes_nothing_without_an_account(self) -> None:
        wish = Wish(
            contract=CONTRACT,
            before=PaymentMode.MONTHLY,
            after=PaymentMode.MONTHLY,
            has_account=False,
        )

        with pytest.raises(SameMode):
            wish.check()

    def test_wants_an_account_where_nothing_else_is_to_change(self) -> None:
        wish = Wish.of_account(
            CONTRACT, mode=PaymentMode.MONTHLY, has_account=False, is_agreed=True
        )

        with pytest.raises(AccountMissing):
            wish.check()


def test_nothing_debited_has_no_account_to_change() -> None:
    with pytest.raises(NothingDebited):
        Wish.of_account(CONTRACT, mode=PaymentMode.ON_INVOICE, is_agreed=True)
