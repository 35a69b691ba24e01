from datetime import date
from uuid import UUID

import attrs
import pytest

from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.paid_twice import paid_more_than_once, paid_too_much
from siegvo.domain.billing.payment_reference import PaymentReference
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.billing.situation import PaidOnline
from siegvo.domain.kernel.money import Money
from tests.support.builders.billing import INVOICE, a_collection, an_invoice
from tests.support.builders.payments import a_payment

DAY = date(2026, 11, 23)
WHOLE = an_invoice().total


def _too_much(*paid: Money, received: tuple[Collection, ...] = ()) -> Money | None:
    online = [PaidOnline(paid_on=DAY, amount=amount) for amount in paid]
    return paid_too_much(an_invoice(), online, received)


class TestAnInvoicePaidOnLine:
    def test_is_paid_twice_when_two_payments_overlapped(self) -> None:
        assert _too_much(WHOLE, WHOLE) == WHOLE

    def test_is_not_when_one_paid_what_the_other_left(self) -> None:
        part = Money(1_000)

        assert _too_much(part, WHOLE - part) is None

    @pytest.mark.parametrize("paid", [(), (WHOLE,), (WHOLE + WHOLE,)])
    def test_is_not_by_fewer_than_two(self, paid: tuple[Money, ...]) -> None:
        assert _too_much(*paid) is None

    def test_is_no_more_once_one_of_them_was_given_back(self) -> None:
        given_back = attrs.evolve(a_collection(), amount=-WHOLE)

        assert _too_much(WHOLE, WHOLE, received=(given_back,)) is None

    def test_is_for_staff_to_see_among_all_payments(self) -> None:
        first, second = (_paid(number) for number in (1, 2))
        tried = attrs.evolve(_paid(3), paid_at=None, state=PaymentState.REFUSED)

        assert paid_more_than_once([first, second, tried]) == {INVOICE}
        assert paid_more_than_once([first, tried]) == frozenset()


def _paid(number: int) -> OnlinePayment:
    return a_payment(PaymentReference(UUID(int=number)), state=PaymentState.PAID)
