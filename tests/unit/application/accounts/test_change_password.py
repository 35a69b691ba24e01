import pytest

from siegvo.application.accounts.bundle import Accounts
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.domain.accounts.credentials import WrongPassword
from siegvo.domain.accounts.events import PasswordChanged
from siegvo.domain.accounts.password import Password, PasswordTooCommon, PasswordTooShort
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.throttle import TooManyAttempts
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.contracts import a_link, a_payer, a_tenure
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

MINE, FRESH = Password("a password"), Password("lanterne vingt-deux orge")
EMAIL = EmailAddress("alice.marchal@exemple.fr")


@pytest.fixture(autouse=True)
def _people(world: World) -> None:
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))


class TestChangePassword:
    def test_keeps_this_session_alone_under_another_value(
        self, world: World, accounts: Accounts
    ) -> None:
        here = accounts.sign_in(email=EMAIL, password=MINE).value
        there = accounts.sign_in(email=EMAIL, password=MINE).value

        key = accounts.change_password(
            account=ALICE, current=MINE, password=FRESH, session_value=here
        )

        assert key
        assert accounts.who_is(key.value)
        assert not accounts.who_is(here)
        assert not accounts.who_is(there)
        assert world.kept.accounts.of(ALICE).password_hash == f"hash of {FRESH.text}"

    def test_keeps_no_session_of_somebody_else(self, world: World, accounts: Accounts) -> None:
        theirs = accounts.sign_in(email=an_account(BOB).email, password=MINE).value

        key = accounts.change_password(
            account=ALICE, current=MINE, password=FRESH, session_value=theirs
        )

        assert key is None
        assert {each.account for each in world.kept.sessions.kept.values()} == {BOB}

    def test_tells_it_and_writes_it_down(self, world: World, accounts: Accounts) -> None:
        accounts.change_password(account=ALICE, current=MINE, password=FRESH, origin="1.2.3.4")

        changed = PasswordChanged(at=NOON, account=str(ALICE), by_link=False)
        assert world.kept.events == [changed]
        (entry,) = world.kept.audit.entries
        assert (entry.gesture, entry.origin) == (Gesture.PASSWORD_CHANGED, "1.2.3.4")

    def test_wants_the_current_one(self, world: World, accounts: Accounts) -> None:
        with pytest.raises(WrongPassword):
            accounts.change_password(account=ALICE, current=FRESH, password=FRESH)

        assert world.kept.accounts.of(ALICE) == an_account(ALICE)
        assert [each.gesture for each in world.kept.audit.entries] == [Gesture.PROOF_FAILED]

    def test_lets_nobody_guess_the_current_one(
        self, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        for _ in range(5):
            with pytest.raises(WrongPassword):
                accounts.change_password(account=ALICE, current=FRESH, password=FRESH)
        worked = surroundings.hasher.asked

        with pytest.raises(TooManyAttempts):
            accounts.change_password(account=ALICE, current=MINE, password=FRESH)

        assert surroundings.hasher.asked == worked

    def test_forgets_wrong_ones_once_the_right_one_comes(self, accounts: Accounts) -> None:
        for _ in range(2):
            for _ in range(4):
                with pytest.raises(WrongPassword):
                    accounts.ask_address_change(
                        account=ALICE, email=EmailAddress("a@exemple.org"), password=FRESH
                    )
            accounts.ask_address_change(
                account=ALICE, email=EmailAddress("a@exemple.org"), password=MINE
            )

    def test_holds_the_new_one_to_the_rules(self, accounts: Accounts) -> None:
        with pytest.raises(PasswordTooShort):
            accounts.change_password(account=ALICE, current=MINE, password=Password("court"))
        with pytest.raises(PasswordTooCommon):
            accounts.change_password(
                account=ALICE, current=MINE, password=Password("motdepasse123")
            )

    def test_needs_an_account(self, world: World, accounts: Accounts) -> None:
        with world.begin() as work:
            work.accounts.remove(ALICE)

        with pytest.raises(AccountNotFound):
            accounts.change_password(account=ALICE, current=MINE, password=FRESH)

    def test_refuses_what_the_household_is_known_by(self, world: World, accounts: Accounts) -> None:
        world.know(a_payer(), a_tenure())
        with world.begin() as work:
            work.links.add(a_link(ALICE))

        with pytest.raises(PasswordTooCommon):
            accounts.change_password(
                account=ALICE, current=MINE, password=Password("vive gravelotte 1870")
            )
