from datetime import timedelta

import pytest

from siegvo.application.accounts.activate_by_staff import SeveralAttempts
from siegvo.application.accounts.bundle import Accounts
from siegvo.application.repositories.accounts import AddressTaken, RegistrationNotFound
from siegvo.domain.accounts.registration import Registration, RegistrationLapsed
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from tests.support.builders.accounts import ALICE, NOON, a_registration, an_account
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

CLERK = Actor.staff("paul")
AN_HOUR_AGO = NOON - timedelta(hours=1)
OLDEST = a_registration(1, at=AN_HOUR_AGO + timedelta(seconds=31))
NEWEST = a_registration(2, at=NOON)


@pytest.fixture
def _waiting(world: World) -> None:
    with world.begin() as work:
        work.registrations.add(NEWEST)


class TestActivateByStaff:
    @pytest.mark.usefixtures("_waiting")
    def test_opens_the_account_of_the_only_attempt(self, world: World, accounts: Accounts) -> None:
        account = accounts.activate_by_staff(NEWEST.email, actor=CLERK)

        assert world.kept.accounts.of(account).password_hash == NEWEST.password_hash
        assert world.kept.registrations.kept == {}

    @pytest.mark.usefixtures("_waiting")
    def test_writes_down_which_clerk_vouched(self, world: World, accounts: Accounts) -> None:
        account = accounts.activate_by_staff(NEWEST.email, actor=CLERK)

        entry = world.kept.audit.entries[-1]
        assert (entry.actor, entry.gesture, entry.subject) == (
            CLERK,
            Gesture.ACTIVATED,
            str(account),
        )

    def test_needs_an_attempt(self, accounts: Accounts) -> None:
        with pytest.raises(RegistrationNotFound):
            accounts.activate_by_staff(NEWEST.email, actor=CLERK)

    @pytest.mark.usefixtures("_waiting")
    def test_needs_a_recent_one(self, accounts: Accounts, surroundings: Surroundings) -> None:
        surroundings.clock.advance(timedelta(days=8))

        with pytest.raises(RegistrationLapsed):
            accounts.activate_by_staff(NEWEST.email, actor=CLERK)

    @pytest.mark.usefixtures("_waiting")
    def test_says_when_there_is_an_account_already(self, world: World, accounts: Accounts) -> None:
        with world.begin() as work:
            work.accounts.add(an_account(ALICE))

        with pytest.raises(AddressTaken):
            accounts.activate_by_staff(NEWEST.email, actor=CLERK)


class TestAnAddressRegisteredSeveralTimes:
    """By its owner who waits for the letter, or by a stranger who telephones next."""

    @pytest.fixture(autouse=True)
    def _twice(self, world: World) -> None:
        with world.begin() as work:
            work.registrations.add(OLDEST)
            work.registrations.add(NEWEST)

    def test_is_opened_with_nobodys_password_by_chance(
        self, world: World, accounts: Accounts
    ) -> None:
        with pytest.raises(SeveralAttempts) as refusal:
            accounts.activate_by_staff(NEWEST.email, actor=CLERK)

        assert refusal.value.moments == (AN_HOUR_AGO, NOON)
        assert world.kept.accounts.kept == {}
        assert len(world.kept.registrations.kept) == 2

    @pytest.mark.parametrize("asked", [OLDEST, NEWEST])
    def test_is_opened_with_the_password_of_the_minute_its_owner_tells(
        self, world: World, accounts: Accounts, asked: Registration
    ) -> None:
        minute = asked.registered_at.replace(second=0)

        account = accounts.activate_by_staff(NEWEST.email, registered_at=minute, actor=CLERK)

        assert world.kept.accounts.of(account).password_hash == asked.password_hash
        assert world.kept.registrations.kept == {}

    def test_is_not_opened_for_another_minute(self, accounts: Accounts) -> None:
        another = NOON - timedelta(minutes=1)

        with pytest.raises(RegistrationNotFound):
            accounts.activate_by_staff(NEWEST.email, registered_at=another, actor=CLERK)

    def test_has_one_attempt_left_once_the_other_has_lapsed(
        self, world: World, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        surroundings.clock.advance(timedelta(days=7) - timedelta(minutes=30))

        account = accounts.activate_by_staff(NEWEST.email, actor=CLERK)

        assert world.kept.accounts.of(account).password_hash == NEWEST.password_hash
