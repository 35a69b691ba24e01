import pytest

from siegvo.application.accounts.bundle import Accounts
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.domain.accounts.credentials import WrongCredentials, WrongPassword
from siegvo.domain.accounts.events import AccountActivated, AccountDeleted
from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.accounts import ALICE, BOB, NOON, a_registration, a_session, an_account
from tests.support.builders.address_changes import an_address_change
from tests.support.builders.contracts import a_link
from tests.support.builders.requests import a_request
from tests.support.in_memory.world import World

MINE, WRONG = Password("a password"), Password("another password")
EMAIL = an_account(ALICE).email


@pytest.fixture(autouse=True)
def _alice(world: World) -> None:
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.sessions.open(a_session())
        work.links.add(a_link(ALICE))
        work.links.add(a_link(BOB))
        work.requests.add(a_request(1))
        work.address_changes.add(an_address_change())
        work.registrations.add(a_registration())
        work.record(AccountActivated(at=NOON, account=str(ALICE)))


class TestDeleteAccount:
    def test_leaves_nothing_of_its_own(self, world: World, accounts: Accounts) -> None:
        accounts.delete_account(account=ALICE, password=MINE)

        kept = world.kept
        assert not kept.accounts.kept
        assert not kept.sessions.kept
        assert not kept.registrations.kept
        assert not kept.address_changes.kept
        assert not kept.devices.kept
        assert [link.account for link in kept.links.kept.values()] == [BOB]
        assert kept.events == [AccountDeleted(at=NOON, email=str(EMAIL))]

    def test_leaves_requests_to_the_service(self, world: World, accounts: Accounts) -> None:
        accounts.delete_account(account=ALICE, password=MINE)

        request = world.kept.requests.of(RequestReference(2026, 1))
        assert request.account is None
        assert not request.state.is_final

    def test_writes_down_a_number_and_no_address(self, world: World, accounts: Accounts) -> None:
        accounts.delete_account(account=ALICE, password=MINE, origin="1.2.3.4")

        (entry,) = world.kept.audit.entries
        assert (entry.gesture, entry.subject) == (Gesture.ACCOUNT_DELETED, str(ALICE))
        assert EMAIL.key not in repr(entry).lower()

    def test_wants_the_password(self, world: World, accounts: Accounts) -> None:
        with pytest.raises(WrongPassword):
            accounts.delete_account(account=ALICE, password=WRONG)

        assert world.kept.accounts.of(ALICE) == an_account(ALICE)


class TestDeleteByStaff:
    def test_does_the_same_and_says_who_did(self, world: World, accounts: Accounts) -> None:
        accounts.delete_by_staff(EMAIL, actor=Actor.staff("claire"))

        assert world.kept.accounts.kept == {}
        assert world.kept.audit.entries[-1].actor == Actor.staff("claire")

    def test_needs_an_account(self, accounts: Accounts) -> None:
        with pytest.raises(AccountNotFound):
            accounts.delete_by_staff(an_account(BOB).email, actor=Actor.staff("claire"))


class TestUnlock:
    def test_lets_an_account_be_tried_again(self, accounts: Accounts) -> None:
        for _ in range(5):
            with pytest.raises(WrongCredentials):
                accounts.sign_in(email=EMAIL, password=WRONG)
        with pytest.raises(TooManyAttempts):
            accounts.sign_in(email=EMAIL, password=MINE)

        accounts.unlock(EMAIL, actor=Actor.staff("claire"))

        key = accounts.sign_in(email=EMAIL, password=MINE)
        assert accounts.who_is(key.value)

    def test_needs_an_account(self, accounts: Accounts) -> None:
        with pytest.raises(AccountNotFound):
            accounts.unlock(an_account(BOB).email, actor=Actor.staff("claire"))
