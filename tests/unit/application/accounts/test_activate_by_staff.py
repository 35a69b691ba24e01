from datetime import timedelta

import pytest

from siegvo.application.accounts.bundle import Accounts
from siegvo.application.repositories.accounts import AddressTaken, RegistrationNotFound
from siegvo.domain.accounts.registration import RegistrationLapsed
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from tests.support.builders.accounts import ALICE, NOON, a_registration, an_account
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

CLERK = Actor.staff("paul")
NEWEST = a_registration(2, at=NOON)


@pytest.fixture
def _waiting(world: World) -> None:
    with world.begin() as work:
        work.registrations.add(a_registration(1, at=NOON - timedelta(hours=1)))
        work.registrations.add(NEWEST)


class TestActivateByStaff:
    @pytest.mark.usefixtures("_waiting")
    def test_opens_the_account_of_the_newest_attempt(
        self, world: World, accounts: Accounts
    ) -> None:
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
