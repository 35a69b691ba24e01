from datetime import timedelta
from uuid import UUID

import attrs
import pytest

from siegvo.application.accounts.bundle import Accounts
from siegvo.application.ports.unavailable import HasherBusy
from siegvo.application.repositories.audit import Entry
from siegvo.application.repositories.submissions import SubmissionReused
from siegvo.domain.accounts.events import RegistrationAsked, RegistrationOfKnownAddress
from siegvo.domain.accounts.password import (
    Password,
    PasswordTooCommon,
    PasswordTooShort,
    PasswordTooSimple,
)
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.throttle import TooManyAttempts
from tests.support.builders.accounts import ALICE, NOON, an_account
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings
from tests.support.slow_passwords import SlowHasher

ODILE = EmailAddress("odile.marchal@exemple.fr")
PASSWORD = Password("cheval agrafe lune")
FIRST = UUID(int=1)


@pytest.fixture
def known(world: World) -> None:
    with world.begin() as work:
        work.accounts.add(an_account(ALICE, email="Odile.Marchal@exemple.fr"))


class TestRegister:
    def test_keeps_an_attempt_that_waits_for_its_mailbox(
        self, world: World, accounts: Accounts
    ) -> None:
        accounts.register(email=ODILE, password=PASSWORD)

        waiting = world.kept.registrations.latest(ODILE)
        assert waiting is not None
        assert waiting.password_hash == "hash of cheval agrafe lune"
        assert world.kept.events == [RegistrationAsked(at=NOON, registration=str(waiting.id))]
        assert world.kept.accounts.kept == {}

    def test_keeps_each_attempt_apart(self, world: World, accounts: Accounts) -> None:
        accounts.register(email=ODILE, password=PASSWORD)
        accounts.register(email=ODILE, password=Password("another one of mine"))

        hashes = {each.password_hash for each in world.kept.registrations.kept.values()}
        assert hashes == {"hash of cheval agrafe lune", "hash of another one of mine"}

    def test_writes_it_down(self, world: World, accounts: Accounts) -> None:
        accounts.register(email=ODILE, password=PASSWORD, origin="203.0.113.7")

        assert world.kept.audit.entries == [
            Entry(
                at=NOON,
                actor=Actor.stranger(),
                gesture=Gesture.REGISTERED,
                subject=str(FIRST),
                origin="203.0.113.7",
            )
        ]

    @pytest.mark.parametrize(
        ("typed", "refusal"),
        [
            ("agrafe", PasswordTooShort),
            ("123456789012", PasswordTooSimple),
            ("motdepasse123", PasswordTooCommon),
            ("marchal et les autres", PasswordTooCommon),
        ],
    )
    def test_leaves_no_trace_of_a_weak_password(
        self,
        world: World,
        accounts: Accounts,
        surroundings: Surroundings,
        typed: str,
        refusal: type[Refused],
    ) -> None:
        with pytest.raises(refusal):
            accounts.register(email=ODILE, password=Password(typed))

        assert world.kept == World().kept
        assert surroundings.hasher.asked == 0

    def test_leaves_no_trace_when_there_is_no_time_to_hash(
        self, world: World, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        surroundings.hasher.trouble = HasherBusy()

        with pytest.raises(HasherBusy):
            accounts.register(email=ODILE, password=PASSWORD)

        assert world.kept == World().kept


@pytest.mark.usefixtures("known")
class TestRegisteringAnAddressThatHasAnAccount:
    def test_tells_its_mailbox_and_nobody_else(self, world: World, accounts: Accounts) -> None:
        accounts.register(email=ODILE, password=PASSWORD)

        assert world.kept.events == [RegistrationOfKnownAddress(at=NOON, account=str(ALICE))]

    def test_leaves_the_account_as_it_was(self, world: World, accounts: Accounts) -> None:
        accounts.register(email=ODILE, password=PASSWORD)

        assert world.kept.accounts.of(ALICE).password_hash == "hash of a password"

    def test_is_as_much_work_and_as_many_traces_as_for_any_other(
        self, world: World, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        accounts.register(email=ODILE, password=PASSWORD)
        known = surroundings.hasher.asked
        accounts.register(email=EmailAddress("unknown@exemple.fr"), password=PASSWORD)

        assert surroundings.hasher.asked == 2 * known
        assert len(world.kept.registrations.kept) == 2
        assert len(world.kept.audit.entries) == 2


class TestTheSameFormSentTwice:
    def test_has_one_effect(self, world: World, accounts: Accounts) -> None:
        for _ in range(2):
            accounts.register(email=ODILE, password=PASSWORD, submission=UUID(int=7))

        assert len(world.kept.registrations.kept) == 1
        assert len(world.kept.events) == 1

    def test_cannot_speak_for_another_address(self, accounts: Accounts) -> None:
        accounts.register(email=ODILE, password=PASSWORD, submission=UUID(int=7))

        with pytest.raises(SubmissionReused):
            accounts.register(
                email=EmailAddress("bob@exemple.fr"), password=PASSWORD, submission=UUID(int=7)
            )


class TestRegisteringTooOften:
    def test_from_one_place_has_to_wait(
        self, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        for number in range(10):
            accounts.register(
                email=EmailAddress(f"odile{number}@exemple.fr"), password=PASSWORD, origin="1.2.3.4"
            )
        worked = surroundings.hasher.asked

        with pytest.raises(TooManyAttempts) as refusal:
            accounts.register(email=ODILE, password=PASSWORD, origin="1.2.3.4")

        assert refusal.value.until == NOON + timedelta(hours=1)
        assert surroundings.hasher.asked == worked
        accounts.register(email=ODILE, password=PASSWORD, origin="1.2.3.5")

    def test_does_not_fill_a_mailbox_known_or_not(self, world: World, accounts: Accounts) -> None:
        with world.begin() as work:
            work.accounts.add(an_account(ALICE, email="known@exemple.fr"))

        for email in (ODILE, EmailAddress("known@exemple.fr")):
            for number in range(10):
                accounts.register(email=email, password=PASSWORD, origin=f"1.2.3.{number}")
            with pytest.raises(TooManyAttempts):
                accounts.register(email=email, password=PASSWORD, origin="1.2.3.99")

        assert len(world.kept.events) == 20

    def test_is_noticed_however_many_come_at_once(self, world: World, accounts: Accounts) -> None:
        def meanwhile() -> None:
            for number in range(10):
                accounts.register(email=ODILE, password=PASSWORD, origin=f"1.2.3.{number}")

        register = attrs.evolve(accounts.register, hasher=SlowHasher(meanwhile))
        with pytest.raises(TooManyAttempts):
            register(email=ODILE, password=PASSWORD)

        assert len(world.kept.registrations.kept) == 10
