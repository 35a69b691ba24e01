from datetime import timedelta

import pytest

from siegvo.application.accounts.bundle import Accounts
from siegvo.application.accounts.end_all_sessions import end_sessions
from siegvo.application.ports.session_keys import SessionKey
from siegvo.application.repositories.accounts import SessionNotFound
from siegvo.domain.accounts.session import Session
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings


@pytest.fixture(autouse=True)
def _people(world: World) -> None:
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))


def session_of(world: World, key: SessionKey) -> Session:
    return world.kept.sessions.kept[key.fingerprint]


class TestTheSessionsOfAnAccount:
    def test_are_listed_the_last_used_first(
        self, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        accounts.open_session(ALICE, device="Firefox")
        surroundings.clock.advance(timedelta(minutes=5))
        accounts.open_session(ALICE, device="Chrome")
        accounts.open_session(BOB, device="Edge")

        assert [each.device for each in accounts.list_sessions(ALICE)] == ["Chrome", "Firefox"]

    def test_are_listed_while_they_may_be_used(
        self, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        accounts.open_session(ALICE)
        surroundings.clock.advance(timedelta(minutes=30))

        assert accounts.list_sessions(ALICE) == ()

    def test_are_ten_at_most(
        self, world: World, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        keys = []
        for _ in range(12):
            surroundings.clock.advance(timedelta(minutes=1))
            keys.append(accounts.open_session(ALICE))

        assert [accounts.who_is(key.value) is not None for key in keys] == [False] * 2 + [True] * 10
        assert len(world.kept.sessions.kept) == 10

    def test_are_ten_at_most_when_all_begin_together(self, accounts: Accounts) -> None:
        keys = [accounts.open_session(ALICE) for _ in range(12)]

        assert sum(accounts.who_is(key.value) is not None for key in keys) == 10
        assert accounts.who_is(keys[-1].value) is not None


class TestEndingOne:
    def test_leaves_the_others(self, world: World, accounts: Accounts) -> None:
        here, there = accounts.open_session(ALICE), accounts.open_session(ALICE)

        accounts.end_session(ALICE, session=session_of(world, there).family, origin="1.2.3.4")

        assert accounts.who_is(there.value) is None
        assert accounts.who_is(here.value) is not None
        entry = world.kept.audit.entries[-1]
        assert (entry.gesture, entry.actor, entry.origin) == (
            Gesture.SESSION_ENDED,
            Actor.subscriber(ALICE),
            "1.2.3.4",
        )

    def test_makes_a_stranger_of_its_device(self, world: World, accounts: Accounts) -> None:
        accounts.open_session(ALICE, device_key="home")
        there = accounts.open_session(ALICE, device_key="elsewhere")

        accounts.end_session(ALICE, session=session_of(world, there).family)

        assert len(world.kept.devices.kept) == 1

    def test_of_somebody_else_is_impossible(self, world: World, accounts: Accounts) -> None:
        theirs = accounts.open_session(BOB)

        with pytest.raises(SessionNotFound):
            accounts.end_session(ALICE, session=session_of(world, theirs).family)

        assert accounts.who_is(theirs.value) is not None

    def test_twice_is_impossible(self, world: World, accounts: Accounts) -> None:
        family = session_of(world, accounts.open_session(ALICE)).family
        accounts.end_session(ALICE, session=family)

        with pytest.raises(SessionNotFound):
            accounts.end_session(ALICE, session=family)


class TestEndingAll:
    def test_leaves_none_and_no_known_device(self, world: World, accounts: Accounts) -> None:
        keys = [accounts.open_session(ALICE, device_key=f"{n}") for n in range(3)]
        theirs = accounts.open_session(BOB, device_key="of Bob")

        assert accounts.end_all_sessions(ALICE) == 3

        assert all(accounts.who_is(key.value) is None for key in keys)
        assert not world.kept.devices.are_known(ALICE)
        assert accounts.who_is(theirs.value) is not None
        assert world.kept.devices.are_known(BOB)
        assert world.kept.audit.entries[-1].gesture is Gesture.SESSIONS_ENDED

    def test_may_spare_the_one_that_asks(self, world: World, accounts: Accounts) -> None:
        here = accounts.open_session(ALICE, device_key="home")
        there = accounts.open_session(ALICE, device_key="elsewhere")

        with world.begin() as work:
            assert end_sessions(work, ALICE, but=session_of(world, here)) == 1

        assert accounts.who_is(here.value) is not None
        assert accounts.who_is(there.value) is None
        assert len(world.kept.devices.kept) == 1
