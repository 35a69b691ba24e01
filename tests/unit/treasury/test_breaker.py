from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from siegvo.adapters.treasury.breaker import Breaker
from siegvo.application.ports.treasury import TreasuryRefused, TreasuryUnavailable
from siegvo.domain.policy import TREASURY_PAUSE, TREASURY_PAUSE_AFTER
from tests.support.outside import StoppedClock

SECOND = timedelta(seconds=1)
_OUT_OF_ORDER = TreasuryUnavailable("out of order")


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def breaker(clock: StoppedClock) -> Breaker:
    return Breaker(clock=clock)


def fail(breaker: Breaker, *, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(TreasuryUnavailable, match="out of order"), breaker.watching():
            raise _OUT_OF_ORDER


def lets_through(breaker: Breaker) -> bool:
    try:
        with breaker.watching():
            return True
    except TreasuryUnavailable:
        return False


class TestTheBreaker:
    def test_lets_four_failures_pass(self, breaker: Breaker) -> None:
        fail(breaker, times=TREASURY_PAUSE_AFTER - 1)

        assert lets_through(breaker)

    def test_opens_at_the_fifth(self, breaker: Breaker) -> None:
        fail(breaker, times=TREASURY_PAUSE_AFTER)

        assert not lets_through(breaker)

    def test_counts_those_in_a_row_only(self, breaker: Breaker) -> None:
        for _ in range(3):
            fail(breaker, times=TREASURY_PAUSE_AFTER - 1)
            assert lets_through(breaker)

    def test_takes_a_refusal_for_an_answer(self, breaker: Breaker) -> None:
        fail(breaker, times=TREASURY_PAUSE_AFTER - 1)
        with pytest.raises(TreasuryRefused), breaker.watching():
            raise TreasuryRefused(code="T2")
        fail(breaker)

        assert lets_through(breaker)

    def test_stays_open_for_a_minute(self, breaker: Breaker, clock: StoppedClock) -> None:
        fail(breaker, times=TREASURY_PAUSE_AFTER)

        clock.advance(TREASURY_PAUSE - SECOND)
        before = lets_through(breaker)
        clock.advance(SECOND)

        assert not before
        assert lets_through(breaker)
        assert lets_through(breaker)

    def test_opens_again_when_the_trial_fails(self, breaker: Breaker, clock: StoppedClock) -> None:
        fail(breaker, times=TREASURY_PAUSE_AFTER)
        clock.advance(TREASURY_PAUSE)

        fail(breaker)

        assert not lets_through(breaker)

    def test_does_not_wait_for_a_clock_that_was_put_back(
        self, breaker: Breaker, clock: StoppedClock
    ) -> None:
        fail(breaker, times=TREASURY_PAUSE_AFTER)

        clock.advance(timedelta(days=-1))

        assert lets_through(breaker)

    def test_lets_one_in_twenty_try_for_all(self, breaker: Breaker, clock: StoppedClock) -> None:
        fail(breaker, times=TREASURY_PAUSE_AFTER)
        clock.advance(TREASURY_PAUSE)
        ready, done = Barrier(20), Barrier(20)

        def call() -> bool:
            ready.wait()
            try:
                with breaker.watching():
                    done.wait()  # nobody ends before all have begun
                    return True
            except TreasuryUnavailable:
                done.wait()
                return False

        with ThreadPoolExecutor(20) as pool:
            through = [each.result() for each in [pool.submit(call) for _ in range(20)]]

        assert sum(through) == 1
