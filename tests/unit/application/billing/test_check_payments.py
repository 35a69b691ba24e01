from datetime import timedelta

import pytest

from siegvo.application.billing.check_payments import Check, CheckOutcome
from siegvo.application.ports.treasury import TreasuryRefused
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.billing.situation import Standing
from siegvo.domain.billing.treasury_answer import TreasuryResult
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.money import Money
from tests.support.builders.accounts import ALICE
from tests.support.builders.billing import INVOICE
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings
from tests.support.paying import Counter, paid_events

SECOND = timedelta(seconds=1)


@pytest.fixture
def counter(world: World, surroundings: Surroundings) -> Counter:
    counter = Counter(world, surroundings)
    counter.furnish()
    return counter


def _gestures(world: World) -> list[Gesture]:
    return [entry.gesture for entry in world.kept.audit.entries]


class TestCheckPayments:
    def test_finds_what_was_paid_without_a_word(self, counter: Counter, world: World) -> None:
        started = counter.pay()
        counter.treasury.decide(counter.treasury.last)
        counter.wait(seconds=30)

        (check,) = counter.work_off()

        assert check == Check(
            reference=started.reference, state=PaymentState.PAID, outcome=CheckOutcome.ANSWERED
        )
        assert counter.standing is Standing.PAID_ONLINE
        (event,) = paid_events(world.kept.events)
        assert (event.invoice, event.account) == (str(INVOICE), str(ALICE))
        assert (event.amount_cents, event.paid_on) == (18_000, counter.clock.today())

    def test_notes_by_itself_what_was_paid(self, counter: Counter, world: World) -> None:
        counter.pay()
        counter.treasury.decide(counter.treasury.last)
        counter.wait(seconds=30)
        counter.work_off()

        entry = world.kept.audit.entries[-1]
        assert (entry.gesture, entry.actor) == (Gesture.PAYMENT_RECEIVED, Actor.portal())
        assert str(INVOICE) in entry.subject

    def test_asks_no_more_once_it_is_paid(self, counter: Counter) -> None:
        counter.pay()
        counter.treasury.decide(counter.treasury.last)
        counter.wait(seconds=30)
        counter.work_off()
        counter.wait(days=1)

        assert counter.work_off() == []
        assert len(counter.treasury.asked) == 1

    def test_asks_nobody_before_it_is_due(self, counter: Counter) -> None:
        counter.pay()
        counter.wait(seconds=29)

        assert counter.work_off() == []
        assert counter.treasury.asked == []

    def test_leaves_everything_as_it_is_while_the_treasury_is_silent(
        self, counter: Counter
    ) -> None:
        counter.pay()
        counter.treasury.fall_silent()
        counter.wait(days=3)

        (check,) = counter.work_off()

        assert (check.outcome, check.why) == (CheckOutcome.PUT_OFF, "TimeoutError")
        assert counter.states == [PaymentState.OPEN]
        (attempt,) = counter.attempts()
        assert attempt.next_look_at == counter.clock.now() + timedelta(minutes=1)

    def test_learns_what_was_paid_after_a_silence_of_days(self, counter: Counter) -> None:
        counter.pay()
        counter.treasury.decide(counter.treasury.last)
        counter.treasury.fall_silent()
        counter.wait(days=8)
        counter.work_off()
        counter.treasury.trouble = None
        counter.wait(minutes=1)

        counter.work_off()

        assert counter.states == [PaymentState.PAID]

    def test_asks_again_later_when_the_treasury_will_not_say(self, counter: Counter) -> None:
        counter.pay()
        counter.treasury.trouble = TreasuryRefused("X9")
        counter.wait(hours=1)

        (check,) = counter.work_off()

        assert (check.outcome, check.why) == (CheckOutcome.REFUSED, "X9")
        (attempt,) = counter.attempts()
        assert attempt.next_look_at == counter.clock.now() + timedelta(minutes=5)

    def test_keeps_for_staff_an_answer_that_is_not_ours(
        self, counter: Counter, world: World
    ) -> None:
        counter.pay()
        counter.treasury.decide(counter.treasury.last, amount=Money(1))
        counter.wait(seconds=30)
        counter.work_off()
        counter.wait(minutes=1)
        counter.work_off()

        (attempt,) = counter.attempts()
        assert attempt.state is PaymentState.OPEN
        assert attempt.mismatches == {"amount"}
        assert paid_events(world.kept.events) == []
        assert _gestures(world) == [Gesture.PAYMENT_BEGUN, Gesture.PAYMENT_MISMATCHED]

    def test_gives_up_an_attempt_that_never_had_a_page(self, counter: Counter) -> None:
        counter.treasury.trouble = RuntimeError()
        with pytest.raises(RuntimeError):
            counter.pay()
        counter.treasury.trouble = None
        counter.wait(minutes=1)

        (check,) = counter.work_off()

        assert check.state is PaymentState.EXPIRED
        assert counter.treasury.asked == []
        counter.wait(days=1)
        assert counter.work_off() == []

    def test_settles_what_an_account_left_behind(self, counter: Counter, world: World) -> None:
        counter.pay()
        counter.treasury.decide(counter.treasury.last)
        with counter.store.begin() as work:
            work.online_payments.disown(ALICE)
        counter.wait(seconds=30)

        counter.work_off()

        assert counter.states == [PaymentState.PAID]
        (event,) = paid_events(world.kept.events)
        assert event.account is None

    def test_finds_the_one_that_was_paid_of_several(self, counter: Counter, world: World) -> None:
        counter.pay()
        first = counter.treasury.last
        counter.wait(minutes=20)
        counter.pay()
        counter.treasury.decide(counter.treasury.last, TreasuryResult.CARD_REFUSED)
        counter.treasury.decide(first)
        counter.wait(minutes=5)

        counter.work_off()

        assert counter.states == [PaymentState.PAID, PaymentState.REFUSED]
        assert counter.standing is Standing.PAID_ONLINE
        assert len(paid_events(world.kept.events)) == 1

    def test_does_nothing_without_a_treasury(self, world: World) -> None:
        counter = Counter(world, Surroundings(treasury=None))

        assert counter.work_off() == []


class TestHearOfPayment:
    def test_has_the_treasury_asked_at_once(self, counter: Counter) -> None:
        counter.pay()
        counter.treasury.decide(counter.treasury.last)
        counter.wait(seconds=5)

        counter.billing.hear_of_payment(counter.treasury.last)

        assert counter.states == [PaymentState.OPEN]
        counter.work_off()
        assert counter.states == [PaymentState.PAID]

    def test_takes_nobody_s_word_for_it(self, counter: Counter) -> None:
        counter.pay()
        counter.wait(seconds=5)

        counter.billing.hear_of_payment(counter.treasury.last)
        counter.work_off()

        assert counter.states == [PaymentState.OPEN]

    def test_does_not_get_lost_while_the_treasury_is_asked(self, counter: Counter) -> None:
        counter.pay()
        counter.wait(seconds=30)
        with counter.store.begin() as work:
            now = counter.clock.now()
            asked = work.online_payments.claim(now=now, until=now + timedelta(minutes=1))
        assert asked
        counter.billing.hear_of_payment(counter.treasury.last)

        counter.billing.check_payments.settle(asked)

        (attempt,) = counter.attempts()
        assert attempt.next_look_at == counter.clock.now()

    def test_changes_nothing_about_what_is_not_ours(self, counter: Counter) -> None:
        counter.pay()
        before = counter.attempts()

        counter.billing.hear_of_payment("another")

        assert counter.attempts() == before


class TestShowPayment:
    def test_changes_nothing_and_asks_nobody(self, counter: Counter) -> None:
        started = counter.pay()
        counter.treasury.decide(counter.treasury.last)
        before = counter.attempts()

        shown = counter.billing.show_payment(holder=ALICE, reference=started.reference)

        assert (shown,) == before == counter.attempts()
        assert counter.treasury.asked == []


class TestListPayments:
    def test_shows_those_that_are_so_far(self, counter: Counter) -> None:
        counter.pay()

        listed = counter.billing.list_payments
        assert listed(most=9) == counter.attempts()
        assert listed(states=[PaymentState.OPEN], most=9) == counter.attempts()
        assert listed(states=[PaymentState.PAID], most=9) == ()
