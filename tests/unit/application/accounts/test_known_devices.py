from datetime import timedelta

import pytest

from siegvo.application.accounts.bundle import Accounts
from siegvo.domain.accounts.credentials import WrongCredentials
from siegvo.domain.accounts.events import SignedInAfterFailures, SignedInOnNewDevice
from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.throttle import TooManyAttempts
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

MAILBOX = EmailAddress("alice.marchal@exemple.fr")
RIGHT, WRONG = Password("a password"), Password("another password")
HOME, AWAY = "203.0.113.7", "198.51.100.9"


@pytest.fixture(autouse=True)
def _people(world: World) -> None:
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))


def sign_in(
    accounts: Accounts, *, on: str = "", origin: str = HOME, password: Password = RIGHT
) -> None:
    accounts.sign_in(
        email=MAILBOX, password=password, device="Firefox", device_key=on, origin=origin
    )


def fail(accounts: Accounts, times: int, *, on: str = "", origin: str = AWAY) -> None:
    for _ in range(times):
        with pytest.raises(WrongCredentials):
            sign_in(accounts, on=on, origin=origin, password=WRONG)


class TestANewDevice:
    def test_is_told_to_the_owner(self, world: World, accounts: Accounts) -> None:
        sign_in(accounts, on="home")

        sign_in(accounts, on="elsewhere", origin=AWAY)

        assert world.kept.events == [
            SignedInOnNewDevice(
                at=NOON, account=str(ALICE), device="Firefox", place="198.51.100.0/24"
            )
        ]

    def test_is_not_new_the_second_time(
        self, world: World, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        for _ in range(3):
            surroundings.clock.advance(timedelta(days=3))
            sign_in(accounts, on="home")

        assert world.kept.events == []
        (known,) = world.kept.devices.kept.values()
        assert known.last_seen_at - known.first_seen_at == timedelta(days=6)

    def test_is_new_to_each_account(self, world: World, accounts: Accounts) -> None:
        accounts.open_session(BOB, device_key="of Bob")
        sign_in(accounts, on="home")

        accounts.open_session(BOB, device_key="home")

        (event,) = world.kept.events
        assert isinstance(event, SignedInOnNewDevice)
        assert event.account == str(BOB)

    def test_is_the_one_an_account_was_made_on_for_nobody(
        self, world: World, accounts: Accounts
    ) -> None:
        accounts.open_session(ALICE, device_key="home")

        sign_in(accounts, on="home")

        assert world.kept.events == []

    def test_keeps_what_it_is_known_by_to_itself(self, world: World, accounts: Accounts) -> None:
        sign_in(accounts, on="a very secret value")

        assert "a very secret value" not in repr(world.kept)


class TestAKnownDevice:
    @pytest.fixture(autouse=True)
    def _known(self, accounts: Accounts) -> None:
        sign_in(accounts, on="home")

    def test_is_never_kept_out_by_strangers(
        self, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        for n in range(1000):
            surroundings.clock.advance(timedelta(seconds=1))
            with pytest.raises((WrongCredentials, TooManyAttempts)):
                sign_in(accounts, origin=f"198.51.{n % 100}.{n // 100}", password=WRONG)

        sign_in(accounts, on="home", origin=AWAY)

    def test_is_not_kept_out_by_its_neighbours(self, accounts: Accounts) -> None:
        for n in range(30):
            with pytest.raises(WrongCredentials):
                accounts.sign_in(email=EmailAddress(f"n{n}@b.fr"), password=WRONG, origin=HOME)
        with pytest.raises(TooManyAttempts):
            sign_in(accounts)

        sign_in(accounts, on="home")

    def test_has_ten_tries_in_a_quarter_of_an_hour(
        self, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        fail(accounts, 10, on="home")

        with pytest.raises(TooManyAttempts) as refusal:
            sign_in(accounts, on="home")

        assert refusal.value.until == NOON + timedelta(minutes=15)
        surroundings.clock.advance(timedelta(minutes=15))
        sign_in(accounts, on="home")

    def test_does_not_forgive_what_strangers_tried(self, accounts: Accounts) -> None:
        fail(accounts, 5)

        sign_in(accounts, on="home")

        with pytest.raises(TooManyAttempts):
            sign_in(accounts, origin=AWAY)

    def test_is_no_device_of_another_account(self, accounts: Accounts) -> None:
        accounts.open_session(BOB, device_key="of Bob")
        fail(accounts, 5, on="of Bob")

        with pytest.raises(TooManyAttempts):
            sign_in(accounts, on="of Bob", origin=AWAY)


class TestASuccessAfterFailures:
    def test_is_told_to_the_owner(
        self, world: World, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        fail(accounts, 5)
        surroundings.clock.advance(timedelta(minutes=16))

        sign_in(accounts)

        assert world.kept.events == [
            SignedInAfterFailures(
                at=surroundings.clock.now(),
                account=str(ALICE),
                failures=5,
                device="Firefox",
                place="203.0.113.0/24",
            )
        ]

    def test_is_told_once(
        self, world: World, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        fail(accounts, 5)
        surroundings.clock.advance(timedelta(minutes=16))
        for _ in range(3):
            sign_in(accounts)

        assert len(world.kept.events) == 1

    def test_is_told_on_a_known_device_too(self, world: World, accounts: Accounts) -> None:
        sign_in(accounts, on="home")
        fail(accounts, 5)

        sign_in(accounts, on="home")
        sign_in(accounts, on="home")

        (event,) = world.kept.events
        assert isinstance(event, SignedInAfterFailures)

    def test_is_not_told_of_a_few_mistakes(self, world: World, accounts: Accounts) -> None:
        fail(accounts, 4)

        sign_in(accounts)

        assert world.kept.events == []
