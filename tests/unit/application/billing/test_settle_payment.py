import pytest

from siegvo.application.billing.settle_payment import SettlePayment
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.kernel.gesture import Gesture
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings
from tests.support.paying import Counter, paid_events


@pytest.fixture
def counter(world: World, surroundings: Surroundings) -> Counter:
    counter = Counter(world, surroundings)
    counter.furnish()
    return counter


class TestSettlingAPayment:
    def test_has_its_effect_once_when_two_are_told_of_it(
        self, counter: Counter, world: World
    ) -> None:
        counter.pay()
        counter.treasury.decide(counter.treasury.last)
        (attempt,) = counter.attempts()
        settle = SettlePayment(counter.store.begin, counter.clock, counter.treasury)

        settled = [settle(attempt), settle(attempt)]

        assert [each.state for each in settled] == [PaymentState.PAID] * 2
        assert len(paid_events(world.kept.events)) == 1
        gestures = [entry.gesture for entry in world.kept.audit.entries]
        assert gestures.count(Gesture.PAYMENT_RECEIVED) == 1
