import attrs
import pytest

from siegvo.application.accounts.bundle import Accounts
from siegvo.application.ports.tokens import LinkUsed, NoSuchLink, Purpose
from siegvo.domain.accounts.events import (
    PasswordChanged,
    PasswordResetAsked,
    PasswordResetOfUnknownAddress,
)
from siegvo.domain.accounts.password import Password, PasswordTooCommon, PasswordTooShort
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.throttle import TooManyAttempts
from tests.support.builders.accounts import ALICE, NOON, a_session, an_account
from tests.support.in_memory.world import World
from tests.support.outside import ReadableTokens, Surroundings
from tests.support.slow_passwords import SlowHasher

FRESH = Password("lanterne vingt-deux orge")
STRANGER = EmailAddress("personne@exemple.fr")


@pytest.fixture(autouse=True)
def _alice(world: World) -> None:
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.sessions.open(a_session())


@pytest.fixture
def token(surroundings: Surroundings) -> str:
    tokens = ReadableTokens(surroundings.clock)
    return tokens.issue(Purpose.PASSWORD_RESET, str(ALICE), state=an_account(ALICE).reset_state)


class TestAskPasswordReset:
    def test_has_the_mailbox_of_an_account_written_to(
        self, world: World, accounts: Accounts
    ) -> None:
        accounts.ask_password_reset(an_account(ALICE).email)

        assert world.kept.events == [PasswordResetAsked(at=NOON, account=str(ALICE))]

    def test_does_as_much_for_an_address_without_account(
        self, world: World, accounts: Accounts
    ) -> None:
        accounts.ask_password_reset(STRANGER)

        assert world.kept.events == [PasswordResetOfUnknownAddress(at=NOON)]
        (entry,) = world.kept.audit.entries
        assert entry.gesture is Gesture.PASSWORD_RESET_ASKED
        assert STRANGER.key not in entry.subject

    @pytest.mark.parametrize("email", [an_account(ALICE).email, STRANGER])
    def test_makes_a_mailbox_wait_after_three(
        self, accounts: Accounts, email: EmailAddress
    ) -> None:
        for _ in range(3):
            accounts.ask_password_reset(email)

        with pytest.raises(TooManyAttempts):
            accounts.ask_password_reset(email)

    def test_hashes_nothing(self, accounts: Accounts, surroundings: Surroundings) -> None:
        for email in (an_account(ALICE).email, STRANGER):
            accounts.ask_password_reset(email)

        assert surroundings.hasher.asked == 0


class TestResetPassword:
    def test_changes_the_password_and_ends_the_sessions(
        self, world: World, accounts: Accounts, token: str
    ) -> None:
        accounts.reset_password(token=token, password=FRESH)

        assert world.kept.accounts.of(ALICE).password_hash == f"hash of {FRESH.text}"
        assert world.kept.sessions.kept == {}
        changed = PasswordChanged(at=NOON, account=str(ALICE), by_link=True)
        assert world.kept.events == [changed]
        assert [entry.gesture for entry in world.kept.audit.entries] == [Gesture.PASSWORD_RESET]

    def test_works_once(self, accounts: Accounts, token: str) -> None:
        accounts.reset_password(token=token, password=FRESH)

        with pytest.raises(LinkUsed):
            accounts.reset_password(token=token, password=FRESH)

    def test_works_once_when_two_come_together(
        self, world: World, accounts: Accounts, token: str
    ) -> None:
        def meanwhile() -> None:
            accounts.reset_password(token=token, password=FRESH)

        late = attrs.evolve(accounts.reset_password, hasher=SlowHasher(meanwhile))
        with pytest.raises(LinkUsed):
            late(token=token, password=Password("un mot de passe bien plus tardif"))

        assert world.kept.accounts.of(ALICE).password_hash == f"hash of {FRESH.text}"

    def test_dies_when_the_account_moves(
        self, world: World, accounts: Accounts, token: str
    ) -> None:
        with world.begin() as work:
            work.accounts.save(work.accounts.of(ALICE).at(STRANGER))

        with pytest.raises(LinkUsed):
            accounts.reset_password(token=token, password=FRESH)

    def test_dies_with_the_account(self, world: World, accounts: Accounts, token: str) -> None:
        with world.begin() as work:
            work.accounts.remove(ALICE)

        with pytest.raises(LinkUsed):
            accounts.reset_password(token=token, password=FRESH)

    @pytest.mark.parametrize("token", ["", "password-reset~x~2026-11-23T11:00:00+00:00~"])
    def test_knows_its_own_links(self, accounts: Accounts, token: str) -> None:
        with pytest.raises(NoSuchLink):
            accounts.reset_password(token=token, password=FRESH)

    def test_hashes_nothing_for_a_link_that_serves_no_more(
        self, accounts: Accounts, surroundings: Surroundings, token: str
    ) -> None:
        accounts.reset_password(token=token, password=FRESH)
        worked = surroundings.hasher.asked

        with pytest.raises(LinkUsed):
            accounts.reset_password(token=token, password=FRESH)

        assert surroundings.hasher.asked == worked

    def test_holds_the_new_one_to_the_rules(self, accounts: Accounts, token: str) -> None:
        with pytest.raises(PasswordTooShort):
            accounts.reset_password(token=token, password=Password("court"))
        with pytest.raises(PasswordTooCommon):
            accounts.reset_password(token=token, password=Password("motdepasse123"))
        accounts.check_reset(token)
