from collections.abc import Callable
from datetime import timedelta

import attrs
import pytest

from siegvo.application.accounts.bundle import Accounts
from siegvo.application.ports.passwords import Verdict
from siegvo.application.ports.session_keys import SessionKey
from siegvo.application.repositories.accounts import SessionNotFound
from siegvo.domain.accounts.credentials import WrongPassword
from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.throttle import TooManyAttempts
from tests.support.builders.accounts import ALICE, an_account
from tests.support.in_memory.world import World
from tests.support.outside import QuickHasher, Surroundings

RIGHT, WRONG = Password("a password"), Password("another password")
HOUR = timedelta(hours=1)


@pytest.fixture
def key(world: World, accounts: Accounts, surroundings: Surroundings) -> SessionKey:
    """Give a session that was opened an hour ago."""
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))
    opened = accounts.open_session(ALICE, remember=True, device_key="of Alice")
    surroundings.clock.advance(HOUR)
    return opened


def is_proved(world: World, key: SessionKey, surroundings: Surroundings) -> bool:
    return world.kept.sessions.kept[key.fingerprint].is_proved(surroundings.clock.now())


class TestProve:
    def test_takes_the_password_for_ten_minutes(
        self, world: World, accounts: Accounts, surroundings: Surroundings, key: SessionKey
    ) -> None:
        proved = accounts.prove(key.value, password=RIGHT)

        surroundings.clock.advance(timedelta(minutes=10))
        assert is_proved(world, proved, surroundings)
        surroundings.clock.advance(timedelta(seconds=1))
        assert not is_proved(world, proved, surroundings)

    def test_gives_the_session_another_value(
        self, world: World, accounts: Accounts, surroundings: Surroundings, key: SessionKey
    ) -> None:
        proved = accounts.prove(key.value, password=RIGHT)

        assert proved.value != key.value
        assert not is_proved(world, key, surroundings)
        surroundings.clock.advance(timedelta(seconds=61))
        assert accounts.who_is(proved.value) is not None
        assert accounts.who_is(key.value) is None

    def test_refuses_another_password(
        self, world: World, accounts: Accounts, surroundings: Surroundings, key: SessionKey
    ) -> None:
        with pytest.raises(WrongPassword):
            accounts.prove(key.value, password=WRONG, origin="1.2.3.4")

        assert not is_proved(world, key, surroundings)
        entry = world.kept.audit.entries[-1]
        assert (entry.gesture, entry.origin) == (Gesture.PROOF_FAILED, "1.2.3.4")

    def test_writes_down_a_success(self, world: World, accounts: Accounts, key: SessionKey) -> None:
        accounts.prove(key.value, password=RIGHT)

        assert world.kept.audit.entries[-1].gesture is Gesture.PROVED

    def test_is_no_way_around_the_throttle(
        self, accounts: Accounts, surroundings: Surroundings, key: SessionKey
    ) -> None:
        for _ in range(10):
            with pytest.raises(WrongPassword):
                accounts.prove(key.value, password=WRONG)
        worked = surroundings.hasher.asked

        with pytest.raises(TooManyAttempts):
            accounts.prove(key.value, password=RIGHT)
        assert surroundings.hasher.asked == worked

    def test_needs_a_session(self, accounts: Accounts, key: SessionKey) -> None:
        accounts.sign_out(key.value)

        with pytest.raises(SessionNotFound):
            accounts.prove(key.value, password=RIGHT)

    def test_does_not_bring_back_one_that_ends_meanwhile(
        self, world: World, accounts: Accounts, key: SessionKey
    ) -> None:
        slow = LeavingHasher(lambda: accounts.sign_out(key.value))

        with pytest.raises(SessionNotFound):
            attrs.evolve(accounts.prove, hasher=slow)(key.value, password=RIGHT)
        assert world.kept.sessions.kept == {}


class LeavingHasher(QuickHasher):
    """Somebody signs out while their password is being compared."""

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self.leave = leave

    def verify(self, password: Password, stored: str | None) -> Verdict:
        self.leave()
        return super().verify(password, stored)
