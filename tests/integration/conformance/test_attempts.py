"""What every implementation of `Attempts` promises."""

from datetime import timedelta

import pytest

from siegvo.domain.kernel.throttle import Tally
from tests.support.builders.accounts import NOON
from tests.support.store import Store

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def _attempts(store: Store) -> None:
    with store.begin() as work:
        work.attempts.add(("alice", "place"), at=NOON)
        work.attempts.add(("alice",), at=NOON + MINUTE)
        work.attempts.add(("alice",), at=NOON + 2 * MINUTE)


def test_a_tally_counts_what_came_later_and_knows_the_first_and_the_last(store: Store) -> None:
    with store.look() as readers:
        tally = readers.attempts.tally("alice", since=NOON)

    assert tally == Tally(times=2, first=NOON + MINUTE, last=NOON + 2 * MINUTE)


def test_keys_are_counted_apart(store: Store) -> None:
    with store.look() as readers:
        tally = readers.attempts.tally("place", since=NOON - MINUTE)

    assert tally == Tally(times=1, first=NOON, last=NOON)


def test_a_key_nobody_tried_has_an_empty_tally(store: Store) -> None:
    with store.look() as readers:
        tally = readers.attempts.tally("bob", since=NOON - MINUTE)

    assert tally == Tally(times=0, first=None, last=None)


def test_forgetting_a_key_leaves_the_others(store: Store) -> None:
    with store.begin() as work:
        work.attempts.forget(("alice", "nobody"))

    with store.look() as readers:
        assert readers.attempts.tally("alice", since=NOON - MINUTE).times == 0
        assert readers.attempts.tally("place", since=NOON - MINUTE).times == 1


def test_days_are_counted_apart_the_latest_first(store: Store) -> None:
    with store.begin() as work:
        work.attempts.add(("bob", "place"), at=NOON - DAY)
        for age in (2 * DAY, 2 * DAY - MINUTE, 3 * DAY + MINUTE):
            work.attempts.add(("bob",), at=NOON - age)

    with store.look() as readers:
        counts = readers.attempts.by_day("bob", until=NOON, days=3)
        longer = readers.attempts.by_day("bob", until=NOON, days=5)
        nobody = readers.attempts.by_day("nobody", until=NOON, days=2)

    assert counts == (0, 2, 1)
    assert longer == (0, 2, 1, 1, 0)
    assert nobody == (0, 0)


def test_forgetting_the_old_spares_one_key(store: Store) -> None:
    with store.begin() as work:
        assert work.attempts.forget_older_than(NOON + 2 * MINUTE, but="place") == 2
        assert work.attempts.tally("place", since=NOON - MINUTE).times == 1


def test_no_key_at_all_is_nothing_to_do(store: Store) -> None:
    with store.begin() as work:
        work.attempts.add((), at=NOON)
        work.attempts.forget(())

        assert work.attempts.tally("alice", since=NOON - MINUTE).times == 3


def test_forgetting_the_old_keeps_those_of_that_very_moment(store: Store) -> None:
    with store.begin() as work:
        assert work.attempts.forget_older_than(NOON + MINUTE) == 2
        assert work.attempts.tally("alice", since=NOON - MINUTE).times == 2
