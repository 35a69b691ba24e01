import pytest

from siegvo.application.accounts.bundle import Accounts
from siegvo.application.ports.unavailable import HasherBusy
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.credentials import NotActivatedYet, WrongCredentials
from siegvo.domain.accounts.password import Password
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture
from tests.support.builders.accounts import ALICE, NOON, a_registration, an_account
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

MAILBOX = EmailAddress("ALICE.marchal@exemple.fr")
UNKNOWN = EmailAddress("nobody@exemple.fr")
RIGHT, WRONG = Password("a password"), Password("another password")
WAITING = Password("password 1")


@pytest.fixture(autouse=True)
def _alice(world: World) -> None:
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))


class TestSignIn:
    def test_opens_a_session(
        self, world: World, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        key = accounts.sign_in(email=MAILBOX, password=RIGHT, device="Firefox")

        session = world.kept.sessions.of(surroundings.session_keys.fingerprint(key.value))
        assert session is not None
        assert (session.account, session.opened_at, session.seen_at) == (ALICE, NOON, NOON)
        assert (session.is_remembered, session.device) == (False, "Firefox")

    def test_opens_a_longer_one_when_asked(self, world: World, accounts: Accounts) -> None:
        key = accounts.sign_in(email=MAILBOX, password=RIGHT, remember=True)

        assert world.kept.sessions.kept[key.fingerprint].is_remembered

    def test_never_opens_the_same_twice(self, world: World, accounts: Accounts) -> None:
        first = accounts.sign_in(email=MAILBOX, password=RIGHT)
        second = accounts.sign_in(email=MAILBOX, password=RIGHT)

        assert set(world.kept.sessions.kept) == {first.fingerprint, second.fingerprint}
        assert len(world.kept.sessions.kept) == 2

    def test_writes_down_a_success(self, world: World, accounts: Accounts) -> None:
        accounts.sign_in(email=MAILBOX, password=RIGHT, origin="1.2.3.4")

        assert world.kept.audit.entries == [
            Entry(
                at=NOON,
                actor=Actor.subscriber(ALICE),
                gesture=Gesture.SIGNED_IN,
                subject=str(ALICE),
                origin="1.2.3.4",
            )
        ]

    def test_writes_down_a_failure(self, world: World, accounts: Accounts) -> None:
        with pytest.raises(WrongCredentials):
            accounts.sign_in(email=MAILBOX, password=WRONG, origin="1.2.3.4")

        assert world.kept.audit.entries == [
            Entry(
                at=NOON,
                actor=Actor.stranger(),
                gesture=Gesture.SIGN_IN_FAILED,
                subject=str(ALICE),
                origin="1.2.3.4",
            )
        ]

    def test_writes_no_address_down(self, world: World, accounts: Accounts) -> None:
        with pytest.raises(WrongCredentials):
            accounts.sign_in(email=UNKNOWN, password=WRONG, origin="1.2.3.4")

        kept = repr((world.kept.audit, world.kept.attempts))
        assert "nobody" not in kept

    def test_counts_nothing_when_there_is_no_time_to_compare(
        self, world: World, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        surroundings.hasher.trouble = HasherBusy()

        with pytest.raises(HasherBusy):
            accounts.sign_in(email=MAILBOX, password=WRONG)

        assert world.kept.attempts.kept == {}


class TestWhatARefusalTells:
    """Whoever signs in learns nothing of who has an account."""

    @pytest.mark.parametrize("waits", [True, False])
    @pytest.mark.parametrize("email", [MAILBOX, UNKNOWN])
    def test_is_the_same_and_as_much_work_for_everybody(
        self,
        world: World,
        accounts: Accounts,
        surroundings: Surroundings,
        email: EmailAddress,
        *,
        waits: bool,
    ) -> None:
        if waits:
            with world.begin() as work:
                work.registrations.add(a_registration(1, email=str(email)))

        with pytest.raises(WrongCredentials):
            accounts.sign_in(email=email, password=WRONG)

        assert surroundings.hasher.asked == 2
        assert len(world.kept.audit.entries) == 1
        assert len(world.kept.attempts.kept) == 3

    @pytest.mark.parametrize("email", [MAILBOX, UNKNOWN])
    def test_is_the_same_after_one_registered_the_address_oneself(
        self, accounts: Accounts, surroundings: Surroundings, email: EmailAddress
    ) -> None:
        mine = Password("cheval agrafe lune")
        accounts.register(email=email, password=mine)
        surroundings.hasher.asked = 0

        with pytest.raises(NotActivatedYet) as refusal:
            accounts.sign_in(email=email, password=mine)

        assert refusal.value.email == email
        assert surroundings.hasher.asked == 2


class TestAnAttemptThatWaits:
    @pytest.fixture(autouse=True)
    def _attempt(self, world: World) -> None:
        with world.begin() as work:
            work.registrations.add(a_registration(1, email=str(UNKNOWN)))

    def test_opens_nothing_by_its_password(self, world: World, accounts: Accounts) -> None:
        with pytest.raises(NotActivatedYet):
            accounts.sign_in(email=UNKNOWN, password=WAITING)

        assert world.kept.sessions.kept == {}

    def test_is_not_spoken_of_to_others(self, accounts: Accounts) -> None:
        with pytest.raises(WrongCredentials):
            accounts.sign_in(email=UNKNOWN, password=WRONG)

    @pytest.mark.parametrize(
        ("password", "refusal"), [(WAITING, NotActivatedYet), (WRONG, WrongCredentials)]
    )
    def test_does_not_stand_in_the_way_of_an_account(
        self,
        world: World,
        accounts: Accounts,
        password: Password,
        refusal: type[Refused],
    ) -> None:
        with world.begin() as work:
            work.registrations.add(a_registration(1, email=str(MAILBOX)))

        accounts.sign_in(email=MAILBOX, password=RIGHT)
        with pytest.raises(refusal):
            accounts.sign_in(email=MAILBOX, password=password)
