from datetime import timedelta

import pytest

from siegvo.domain.billing.online_payment import OnlinePayment, PaymentChangedMeanwhile
from siegvo.domain.billing.payable import PaymentUnderWay
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.billing.resuming import find_open, is_given_up
from tests.support.builders.accounts import ALICE, BOB, NOON
from tests.support.builders.payments import a_begun_payment, a_payment

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


def _found(attempt: OnlinePayment, *, after: timedelta) -> OnlinePayment | None:
    return find_open([attempt], by=ALICE, now=NOON + after)


class TestTheOpenPayment:
    def test_is_gone_on_with_while_its_page_is_open(self) -> None:
        after = 15 * MINUTE - SECOND

        assert _found(a_payment(), after=after) == a_payment()
        assert not is_given_up(a_payment(), now=NOON + after)

    @pytest.mark.parametrize("after", [15 * MINUTE, 20 * MINUTE - SECOND])
    def test_keeps_another_away_once_its_page_is_closed(self, after: timedelta) -> None:
        with pytest.raises(PaymentUnderWay):
            _found(a_payment(), after=after)

    def test_gives_way_after_twenty_minutes(self) -> None:
        assert _found(a_payment(), after=20 * MINUTE) == a_payment()
        assert is_given_up(a_payment(), now=NOON + 20 * MINUTE)

    def test_is_gone_on_with_while_its_page_is_asked_for(self) -> None:
        after = MINUTE - SECOND

        assert _found(a_begun_payment(), after=after) == a_begun_payment()
        assert not is_given_up(a_begun_payment(), now=NOON + after)

    def test_gives_way_when_its_page_never_came(self) -> None:
        assert _found(a_begun_payment(), after=MINUTE) == a_begun_payment()
        assert is_given_up(a_begun_payment(), now=NOON + MINUTE)

    @pytest.mark.parametrize("attempt", [a_payment(), a_begun_payment()])
    def test_is_not_gone_on_with_by_another_account(self, attempt: OnlinePayment) -> None:
        with pytest.raises(PaymentUnderWay):
            find_open([attempt], by=BOB, now=NOON + SECOND)

    @pytest.mark.parametrize("state", sorted(each for each in PaymentState if not each.is_open))
    def test_is_none_of_those_that_ended(self, state: PaymentState) -> None:
        assert _found(a_payment(state=state), after=SECOND) is None


class TestAPage:
    def test_is_open_for_fifteen_minutes(self) -> None:
        attempt = a_payment()

        assert attempt.page_at(NOON + 15 * MINUTE - SECOND) == attempt.page_url
        assert attempt.page_at(NOON + 15 * MINUTE) is None

    def test_that_comes_too_late_is_not_shown(self) -> None:
        late = a_begun_payment().expired(at=NOON + MINUTE)

        with pytest.raises(PaymentChangedMeanwhile):
            late.opened(idop="late", page_url="https://payfip.exemple.fr")

    def test_is_forgotten_with_the_payment(self) -> None:
        assert a_payment(state=PaymentState.PAID).page_url is None
        assert a_payment().expired(at=NOON).page_url is None
        assert "payfip" not in repr(a_payment())
