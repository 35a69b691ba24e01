from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import attrs
import pytest

from siegvo.application.accounts.bundle import Accounts
from siegvo.application.ports.session_keys import SessionKey
from siegvo.application.ports.unavailable import DatabaseUnavailable
from siegvo.domain.accounts.events import SessionStolen
from siegvo.domain.kernel.gesture import Gesture
from tests.support.builders.accounts import ALICE, an_account
from tests.support.in_memory.work import InMemoryWork
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

PAUSE, MINUTE = timedelta(minutes=30, seconds=1), timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _alice(world: World) -> None:
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))


@pytest.fixture
def remembered(accounts: Accounts, surroundings: Surroundings) -> SessionKey:
    """Give a remembered session that was left alone for half an hour."""
    key = accounts.open_session(
        ALICE, remember=True, device="Firefox", device_key="of Alice", origin="203.0.113.7"
    )
    surroundings.clock.advance(PAUSE)
    return key


class TestRenewing:
    def test_gives_a_remembered_session_another_value(
        self, accounts: Accounts, remembered: SessionKey
    ) -> None:
        key = accounts.renew_session(remembered.value)

        assert key is not None
        assert key.value != remembered.value
        assert accounts.who_is(key.value) is not None

    def test_brings_one_value_to_tabs_that_ask_together(
        self, world: World, accounts: Accounts, remembered: SessionKey
    ) -> None:
        first, second = (accounts.renew_session(remembered.value) for _ in range(2))

        assert first is not None
        assert second is None
        assert accounts.who_is(remembered.value) is not None
        assert world.kept.events == []

    def test_leaves_the_old_value_good_for_a_minute(
        self, accounts: Accounts, surroundings: Surroundings, remembered: SessionKey
    ) -> None:
        accounts.renew_session(remembered.value)
        surroundings.clock.advance(MINUTE)

        assert accounts.who_is(remembered.value) is not None

    def test_is_for_remembered_sessions(
        self, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        key = accounts.open_session(ALICE)
        surroundings.clock.advance(timedelta(minutes=29))

        assert accounts.renew_session(key.value) is None

    def test_waits_for_a_pause(self, accounts: Accounts, remembered: SessionKey) -> None:
        key = accounts.renew_session(remembered.value)

        assert key is not None
        assert accounts.renew_session(key.value) is None
        assert accounts.renew_session("never was") is None

    def test_does_not_stand_in_the_way_of_reading(
        self, accounts: Accounts, remembered: SessionKey
    ) -> None:
        assert attrs.evolve(accounts.renew_session, begin=_full)(remembered.value) is None
        assert accounts.who_is(remembered.value) is not None

    def test_cannot_bring_back_a_session_that_ended_meanwhile(
        self, world: World, accounts: Accounts, remembered: SessionKey
    ) -> None:
        @contextmanager
        def too_late() -> Iterator[InMemoryWork]:
            accounts.sign_out(remembered.value)
            with world.begin() as work:
                yield work

        assert attrs.evolve(accounts.renew_session, begin=too_late)(remembered.value) is None
        assert world.kept.sessions.kept == {}


class TestAStolenValue:
    @pytest.fixture
    def renewed(
        self, accounts: Accounts, surroundings: Surroundings, remembered: SessionKey
    ) -> SessionKey:
        key = accounts.renew_session(remembered.value)
        assert key is not None
        surroundings.clock.advance(MINUTE + timedelta(seconds=1))
        return key

    def test_ends_the_session_for_both_who_hold_it(
        self, accounts: Accounts, remembered: SessionKey, renewed: SessionKey
    ) -> None:
        assert accounts.who_is(remembered.value) is None

        assert accounts.who_is(renewed.value) is None

    def test_has_the_owner_told_once(
        self,
        world: World,
        accounts: Accounts,
        remembered: SessionKey,
        renewed: SessionKey,
        surroundings: Surroundings,
    ) -> None:
        assert renewed.value != remembered.value
        for _ in range(3):
            accounts.who_is(remembered.value, origin="198.51.100.9")

        assert world.kept.events == [
            SessionStolen(
                at=surroundings.clock.now(),
                account=str(ALICE),
                device="Firefox",
                place="203.0.113.0/24",
            )
        ]
        entry = world.kept.audit.entries[-1]
        assert (entry.gesture, entry.origin) == (Gesture.SESSION_STOLEN, "198.51.100.9")

    def test_makes_a_stranger_of_its_device(
        self, world: World, accounts: Accounts, remembered: SessionKey, renewed: SessionKey
    ) -> None:
        assert renewed.value != remembered.value
        accounts.who_is(remembered.value)

        assert not world.kept.devices.are_known(ALICE)

    def test_ends_no_other_session(
        self, accounts: Accounts, remembered: SessionKey, renewed: SessionKey
    ) -> None:
        assert renewed.value != remembered.value
        elsewhere = accounts.open_session(ALICE)
        accounts.who_is(remembered.value)

        assert accounts.who_is(elsewhere.value) is not None

    def test_opens_nothing_even_when_nothing_can_be_written(
        self, accounts: Accounts, remembered: SessionKey, renewed: SessionKey
    ) -> None:
        assert attrs.evolve(accounts.who_is, begin=_full)(remembered.value) is None
        assert accounts.who_is(renewed.value) is not None
        assert accounts.who_is(remembered.value) is None
        assert accounts.who_is(renewed.value) is None

    def test_is_worth_nothing_once_its_owner_has_left(
        self, world: World, accounts: Accounts, remembered: SessionKey, renewed: SessionKey
    ) -> None:
        accounts.sign_out(renewed.value)

        assert accounts.who_is(remembered.value) is None
        assert world.kept.events == []


@contextmanager
def _full() -> Iterator[InMemoryWork]:
    raise DatabaseUnavailable
    yield
