import pytest

from siegvo.application.accounts.bundle import Accounts
from siegvo.application.ports.tokens import LinkUsed, Purpose
from siegvo.application.repositories.accounts import AccountNotFound, AddressTaken
from siegvo.domain.accounts.address_change import AddressChange, SameAddress
from siegvo.domain.accounts.credentials import WrongPassword
from siegvo.domain.accounts.events import AddressChangeAsked, AddressChanged
from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.throttle import TooManyAttempts
from tests.support.builders.accounts import ALICE, BOB, NOON, a_session, an_account
from tests.support.in_memory.world import World
from tests.support.outside import ReadableTokens, Surroundings

MINE, NEW = Password("a password"), EmailAddress("alice@exemple.org")
OLD = an_account(ALICE).email


@pytest.fixture(autouse=True)
def _people(world: World) -> None:
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.sessions.open(a_session())


@pytest.fixture
def tokens(surroundings: Surroundings) -> ReadableTokens:
    return ReadableTokens(surroundings.clock)


def asked(world: World, accounts: Accounts, *, email: EmailAddress = NEW) -> AddressChange:
    accounts.ask_address_change(account=ALICE, email=email, password=MINE)
    (change,) = world.kept.address_changes.kept.values()
    return change


def confirmation(world: World, tokens: ReadableTokens, change: AddressChange) -> str:
    account = world.kept.accounts.of(change.account)
    return tokens.issue(
        Purpose.ADDRESS_CHANGE, str(change.id), state=change.confirmation_state(account)
    )


def cancellation(tokens: ReadableTokens, change: AddressChange) -> str:
    return tokens.issue(
        Purpose.ADDRESS_CHANGE_CANCELLATION, str(change.id), state=change.cancellation_state
    )


class TestAskAddressChange:
    def test_keeps_a_wish_and_changes_nothing(self, world: World, accounts: Accounts) -> None:
        change = asked(world, accounts)

        assert (change.old, change.new, change.is_confirmed) == (OLD, NEW, False)
        assert world.kept.accounts.of(ALICE).email == OLD
        event = AddressChangeAsked(at=NOON, account=str(ALICE), change=str(change.id))
        assert world.kept.events == [event]

    def test_treats_an_address_that_has_an_account_alike(
        self, world: World, accounts: Accounts
    ) -> None:
        change = asked(world, accounts, email=an_account(BOB).email)

        assert change.new == an_account(BOB).email

    def test_wants_the_password(self, world: World, accounts: Accounts) -> None:
        with pytest.raises(WrongPassword):
            accounts.ask_address_change(account=ALICE, email=NEW, password=Password("no"))

        assert world.kept.address_changes.kept == {}
        assert [each.gesture for each in world.kept.audit.entries] == [Gesture.PROOF_FAILED]

    def test_wants_another_address(self, accounts: Accounts) -> None:
        with pytest.raises(SameAddress):
            accounts.ask_address_change(account=ALICE, email=OLD, password=MINE)

    def test_makes_an_account_wait_after_five(self, accounts: Accounts) -> None:
        for number in range(5):
            email = EmailAddress(f"alice.{number}@exemple.org")
            accounts.ask_address_change(account=ALICE, email=email, password=MINE)

        with pytest.raises(TooManyAttempts):
            accounts.ask_address_change(account=ALICE, email=NEW, password=MINE)

    def test_makes_a_mailbox_wait_whoever_asks(self, accounts: Accounts) -> None:
        for who in (ALICE, ALICE, BOB):
            accounts.ask_address_change(account=who, email=NEW, password=MINE)

        with pytest.raises(TooManyAttempts):
            accounts.ask_address_change(account=BOB, email=NEW, password=MINE)


class TestConfirmAddressChange:
    def test_moves_the_account(
        self, world: World, accounts: Accounts, tokens: ReadableTokens
    ) -> None:
        change = asked(world, accounts)

        assert accounts.confirm_address_change(confirmation(world, tokens, change)) == NEW

        assert world.kept.accounts.of(ALICE).email == NEW
        assert len(world.kept.sessions.kept) == 1
        assert world.kept.events[-1] == AddressChanged(
            at=NOON, account=str(ALICE), change=str(change.id), by_staff=False
        )

    def test_works_once(self, world: World, accounts: Accounts, tokens: ReadableTokens) -> None:
        token = confirmation(world, tokens, asked(world, accounts))
        accounts.confirm_address_change(token)

        with pytest.raises(LinkUsed):
            accounts.confirm_address_change(token)

    def test_takes_no_address_from_another_account(
        self, world: World, accounts: Accounts, tokens: ReadableTokens
    ) -> None:
        change = asked(world, accounts, email=an_account(BOB).email)

        with pytest.raises(AddressTaken):
            accounts.confirm_address_change(confirmation(world, tokens, change))

        assert world.kept.accounts.of(ALICE).email == OLD


class TestCancelAddressChange:
    def test_gives_the_account_back_and_shuts_out_who_knew_its_password(
        self, world: World, accounts: Accounts, tokens: ReadableTokens
    ) -> None:
        change = asked(world, accounts)
        accounts.confirm_address_change(confirmation(world, tokens, change))

        assert accounts.cancel_address_change(cancellation(tokens, change)) == OLD

        account = world.kept.accounts.of(ALICE)
        assert account.email == OLD
        assert account.password_hash.startswith("!")
        assert world.kept.sessions.kept == {}
        assert world.kept.address_changes.kept == {}

    def test_works_once(self, world: World, accounts: Accounts, tokens: ReadableTokens) -> None:
        token = cancellation(tokens, asked(world, accounts))
        accounts.cancel_address_change(token)

        with pytest.raises(LinkUsed):
            accounts.cancel_address_change(token)

    def test_works_after_the_password_was_changed(
        self, world: World, accounts: Accounts, tokens: ReadableTokens
    ) -> None:
        token = cancellation(tokens, asked(world, accounts))
        accounts.change_password(
            account=ALICE, current=MINE, password=Password("lanterne vingt-deux orge")
        )

        accounts.cancel_address_change(token)

        assert world.kept.accounts.of(ALICE).password_hash.startswith("!")


class TestChangeAddressByStaff:
    def test_moves_the_account_at_once_and_writes_down_who_did(
        self, world: World, accounts: Accounts
    ) -> None:
        accounts.change_address_by_staff(OLD, NEW, actor=Actor.staff("claire"))

        assert world.kept.accounts.of(ALICE).email == NEW
        assert world.kept.sessions.kept == {}
        (entry,) = world.kept.audit.entries
        assert (entry.actor, entry.gesture) == (Actor.staff("claire"), Gesture.ADDRESS_CHANGED)

    @pytest.mark.parametrize(
        ("old", "new", "refusal"),
        [
            (NEW, OLD, AccountNotFound),
            (OLD, OLD, SameAddress),
            (OLD, an_account(BOB).email, AddressTaken),
        ],
    )
    def test_refuses_what_cannot_be(
        self, accounts: Accounts, old: EmailAddress, new: EmailAddress, refusal: type[Exception]
    ) -> None:
        with pytest.raises(refusal):
            accounts.change_address_by_staff(old, new, actor=Actor.staff("claire"))
