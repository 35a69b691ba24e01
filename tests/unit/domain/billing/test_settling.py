from datetime import timedelta

import attrs
import pytest

from siegvo.domain.billing.collection import Means
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.billing.settling import settle
from siegvo.domain.billing.treasury_answer import (
    NotKnownYet,
    Transaction,
    TreasuryResult,
    UnknownOperation,
)
from siegvo.domain.kernel.money import Money
from tests.support.builders.accounts import NOON
from tests.support.builders.payments import a_payment, a_transaction

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
NOTHING_ELSE = frozenset(PaymentState) - {PaymentState.PAID, PaymentState.OPENING}
ANSWERS = (
    NotKnownYet(),
    UnknownOperation(),
    *(a_transaction(result) for result in TreasuryResult),
    attrs.evolve(a_transaction(), amount=Money(1)),
)


class TestATransaction:
    @pytest.mark.parametrize(
        ("result", "means"),
        [
            (TreasuryResult.PAID_BY_CARD, Means.CARD),
            (TreasuryResult.PAID_BY_DEBIT, Means.DIRECT_DEBIT),
        ],
    )
    def test_pays_by_its_means_when_it_did(self, result: TreasuryResult, means: Means) -> None:
        paid = settle(a_payment(), a_transaction(result), at=NOON + MINUTE)

        assert (paid.state, paid.means, paid.paid_at) == (PaymentState.PAID, means, NOON)
        assert (paid.settled_at, paid.next_look_at) == (NOON + MINUTE, None)
        assert paid.page_url is None

    @pytest.mark.parametrize("result", [TreasuryResult.CARD_REFUSED, TreasuryResult.DEBIT_REFUSED])
    def test_is_refused_when_it_was(self, result: TreasuryResult) -> None:
        refused = settle(a_payment(), a_transaction(result), at=NOON + MINUTE)

        assert (refused.state, refused.paid_at) == (PaymentState.REFUSED, None)
        assert refused.next_look_at == NOON + MINUTE + HOUR

    def test_is_still_awaited_when_abandoned_a_moment_ago(self) -> None:
        abandoned = a_transaction(TreasuryResult.ABANDONED)

        early = settle(a_payment(), abandoned, at=NOON + 2 * MINUTE - timedelta(seconds=1))
        later = settle(early, abandoned, at=NOON + 2 * MINUTE)

        assert (early.state, early.next_look_at) == (PaymentState.OPEN, NOON + 2 * MINUTE)
        assert later.state is PaymentState.ABANDONED

    @pytest.mark.parametrize("result", TreasuryResult)
    @pytest.mark.parametrize(
        ("fact", "told"),
        [
            ("idop", "another"),
            ("reference", "2026EA999"),
            ("fiscal_year", 2025),
            ("amount", Money(1)),
            ("client", "000000"),
            ("mode", "W"),
        ],
    )
    def test_changes_nothing_when_it_is_not_ours(
        self, result: TreasuryResult, fact: str, told: object
    ) -> None:
        foreign = attrs.evolve(a_transaction(result), **{fact: told})  # type: ignore[arg-type]

        settled = settle(a_payment(), foreign, at=NOON + 3 * MINUTE)

        assert settled.state is PaymentState.OPEN
        assert settled.paid_at is None
        assert settled.mismatches == {fact}

    def test_that_is_not_ours_is_remembered_when_the_right_one_comes(self) -> None:
        foreign = attrs.evolve(a_transaction(), amount=Money(1))

        settled = settle(a_payment(), foreign, at=NOON + MINUTE)
        paid = settle(settled, a_transaction(), at=NOON + 2 * MINUTE)

        assert paid.state is PaymentState.PAID
        assert paid.mismatches == {"amount"}


class TestAnOperationNotKnownYet:
    def test_is_awaited_for_two_hours(self) -> None:
        waiting = settle(a_payment(), NotKnownYet(), at=NOON + 2 * HOUR - timedelta(seconds=1))
        expired = settle(waiting, NotKnownYet(), at=NOON + 2 * HOUR)

        assert waiting.state is PaymentState.OPEN
        assert (expired.state, expired.settled_at) == (PaymentState.EXPIRED, NOON + 2 * HOUR)
        assert expired.next_look_at == NOON + 2 * HOUR + 5 * MINUTE

    def test_leaves_what_was_told_before(self) -> None:
        refused = a_payment(state=PaymentState.REFUSED)

        assert settle(refused, NotKnownYet(), at=NOON + 9 * HOUR).state is PaymentState.REFUSED


class TestAnUnknownOperation:
    def test_has_expired_and_is_not_asked_about_again(self) -> None:
        expired = settle(a_payment(), UnknownOperation(), at=NOON + HOUR)

        assert (expired.state, expired.next_look_at) == (PaymentState.EXPIRED, None)

    def test_leaves_what_was_told_before(self) -> None:
        abandoned = a_payment(state=PaymentState.ABANDONED)

        settled = settle(abandoned, UnknownOperation(), at=NOON + HOUR)

        assert (settled.state, settled.next_look_at) == (PaymentState.ABANDONED, None)


class TestPaid:
    @pytest.mark.parametrize("state", sorted(NOTHING_ELSE))
    def test_overrides_whatever_it_was(self, state: PaymentState) -> None:
        late = settle(a_payment(state=state), a_transaction(), at=NOON + 24 * HOUR)

        assert late.state is PaymentState.PAID

    @pytest.mark.parametrize("answer", ANSWERS, ids=str)
    def test_is_final(self, answer: NotKnownYet | UnknownOperation | Transaction) -> None:
        paid = settle(a_payment(), a_transaction(), at=NOON + MINUTE)

        assert settle(paid, answer, at=NOON + 24 * HOUR) == paid


class TestThatItIsLookedFor:
    def test_ends_after_a_week(self) -> None:
        attempt, looks, now = a_payment(), 0, NOON
        while attempt.next_look_at:
            assert attempt.next_look_at > now
            now = attempt.next_look_at
            attempt = settle(attempt, NotKnownYet(), at=now)
            looks += 1

        assert now - NOON == timedelta(days=7)
        assert attempt.state is PaymentState.EXPIRED
        # Six soon, then twelve an hour for a day, then one an hour for six days.
        assert looks == 6 + (24 * 12 - 1) + 6 * 24

    def test_is_soon_at_first(self) -> None:
        attempt, moments = a_payment(), []
        for _ in range(8):
            assert attempt.next_look_at
            moments.append((attempt.next_look_at - NOON).total_seconds())
            attempt = _waiting(attempt)

        assert moments == [30, 60, 120, 180, 240, 300, 600, 900]


def _waiting(attempt: OnlinePayment) -> OnlinePayment:
    assert attempt.next_look_at
    return settle(attempt, NotKnownYet(), at=attempt.next_look_at)
