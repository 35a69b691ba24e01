from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import attrs
import pytest

from siegvo.application.accounts.bundle import Accounts
from siegvo.application.ports.unavailable import DatabaseUnavailable
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.in_memory.work import InMemoryWork
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings


@pytest.fixture(autouse=True)
def _alice(world: World) -> None:
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))


class TestOpenSession:
    def test_signs_in_whoever_has_just_activated(self, world: World, accounts: Accounts) -> None:
        key = accounts.open_session(ALICE, device="Firefox")

        assert world.kept.sessions.kept[key.fingerprint].account == ALICE
        assert world.kept.audit.entries[-1].gesture is Gesture.SIGNED_IN

    def test_needs_an_account(self, world: World, accounts: Accounts) -> None:
        with pytest.raises(AccountNotFound):
            accounts.open_session(BOB)

        assert world.kept.sessions.kept == {}


class TestWhoIs:
    def test_tells_who_holds_a_session(self, accounts: Accounts) -> None:
        key = accounts.open_session(ALICE)

        visitor = accounts.who_is(key.value)

        assert visitor is not None
        assert (visitor.account, str(visitor.email)) == (ALICE, "Alice.Marchal@exemple.fr")

    @pytest.mark.parametrize("value", ["", "session-2", "\x00", "x" * 10_000])
    def test_knows_nobody_else(self, accounts: Accounts, value: str) -> None:
        accounts.open_session(ALICE)

        assert accounts.who_is(value) is None

    def test_does_not_take_what_is_kept_for_what_is_sent(self, accounts: Accounts) -> None:
        key = accounts.open_session(ALICE)

        assert accounts.who_is(key.fingerprint) is None

    def test_forgets_a_session_left_alone(
        self, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        key = accounts.open_session(ALICE)
        surroundings.clock.advance(timedelta(minutes=30))

        assert accounts.who_is(key.value) is None

    def test_keeps_a_session_that_is_used(
        self, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        key = accounts.open_session(ALICE)
        for _ in range(6):
            surroundings.clock.advance(timedelta(minutes=29))
            assert accounts.who_is(key.value) is not None

    def test_writes_at_most_once_a_minute(
        self, world: World, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        key = accounts.open_session(ALICE)

        surroundings.clock.advance(timedelta(seconds=59))
        accounts.who_is(key.value)
        assert world.kept.sessions.kept[key.fingerprint].seen_at == NOON

        surroundings.clock.advance(timedelta(seconds=1))
        accounts.who_is(key.value)
        assert world.kept.sessions.kept[key.fingerprint].seen_at == NOON + timedelta(minutes=1)

    def test_still_answers_when_nothing_can_be_written(
        self, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        key = accounts.open_session(ALICE)
        surroundings.clock.advance(timedelta(minutes=5))

        assert attrs.evolve(accounts.who_is, begin=_full)(key.value) is not None


class TestSignOut:
    def test_ends_the_session(self, world: World, accounts: Accounts) -> None:
        key = accounts.open_session(ALICE)

        accounts.sign_out(key.value, origin="1.2.3.4")

        assert accounts.who_is(key.value) is None
        entry = world.kept.audit.entries[-1]
        assert (entry.gesture, entry.actor, entry.origin) == (
            Gesture.SIGNED_OUT,
            Actor.subscriber(ALICE),
            "1.2.3.4",
        )

    def test_ends_no_other(self, accounts: Accounts) -> None:
        here, elsewhere = accounts.open_session(ALICE), accounts.open_session(ALICE)

        accounts.sign_out(here.value)

        assert accounts.who_is(elsewhere.value) is not None

    def test_of_a_session_that_ended_changes_nothing(
        self, world: World, accounts: Accounts
    ) -> None:
        accounts.sign_out("never was")

        assert world.kept.audit.entries == []

    def test_cannot_be_undone_by_a_request_in_flight(
        self, world: World, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        key = accounts.open_session(ALICE)
        surroundings.clock.advance(timedelta(minutes=5))

        @contextmanager
        def too_late() -> Iterator[InMemoryWork]:
            accounts.sign_out(key.value)
            with world.begin() as work:
                yield work

        attrs.evolve(accounts.who_is, begin=too_late)(key.value)

        assert accounts.who_is(key.value) is None


@contextmanager
def _full() -> Iterator[InMemoryWork]:
    raise DatabaseUnavailable
    yield
