from datetime import timedelta

import attrs
import pytest

from siegvo.application.accounts.bundle import Accounts
from siegvo.application.accounts.sign_in import SignIn
from siegvo.application.ports.passwords import Verdict
from siegvo.domain.accounts.credentials import WrongCredentials
from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.throttle import TooManyAttempts
from tests.support.builders.accounts import ALICE, NOON, an_account
from tests.support.in_memory.world import World
from tests.support.outside import QuickHasher, Surroundings

MAILBOX = EmailAddress("alice.marchal@exemple.fr")
UNKNOWN = EmailAddress("nobody@exemple.fr")
RIGHT, WRONG = Password("a password"), Password("another password")
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _alice(world: World) -> None:
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))


def fail(sign_in: SignIn, times: int, *, email: EmailAddress = MAILBOX, origin: str = "") -> None:
    for _ in range(times):
        with pytest.raises(WrongCredentials):
            sign_in(email=email, password=WRONG, origin=origin)


class TestSigningInTooOften:
    @pytest.mark.parametrize("email", [MAILBOX, UNKNOWN])
    def test_makes_a_mailbox_wait_known_or_not(
        self, accounts: Accounts, surroundings: Surroundings, email: EmailAddress
    ) -> None:
        fail(accounts.sign_in, 5, email=email)
        worked = surroundings.hasher.asked

        with pytest.raises(TooManyAttempts) as refusal:
            accounts.sign_in(email=email, password=RIGHT)

        assert refusal.value.until == NOON + timedelta(seconds=61)
        assert surroundings.hasher.asked == worked

    def test_counts_no_attempt_it_did_not_compare(
        self, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        fail(accounts.sign_in, 5)
        for _ in range(100):
            with pytest.raises(TooManyAttempts):
                accounts.sign_in(email=MAILBOX, password=WRONG)

        surroundings.clock.advance(timedelta(seconds=61))
        accounts.sign_in(email=MAILBOX, password=RIGHT)

    def test_starts_again_from_nothing_after_a_success(self, accounts: Accounts) -> None:
        fail(accounts.sign_in, 4, origin="1.2.3.4")
        accounts.sign_in(email=MAILBOX, password=RIGHT, origin="1.2.3.4")

        fail(accounts.sign_in, 4, origin="1.2.3.4")
        accounts.sign_in(email=MAILBOX, password=RIGHT, origin="1.2.3.4")

    def test_makes_a_place_that_tries_everybody_wait(self, accounts: Accounts) -> None:
        for number in range(30):
            email = EmailAddress(f"odile{number}@exemple.fr")
            fail(accounts.sign_in, 1, email=email, origin="2001:db8:1:2::1")

        with pytest.raises(TooManyAttempts) as refusal:
            accounts.sign_in(email=MAILBOX, password=RIGHT, origin="2001:db8:1:2::ffff")

        assert refusal.value.until == NOON + timedelta(minutes=15)
        accounts.sign_in(email=MAILBOX, password=RIGHT, origin="2001:db8:1:3::1")

    def test_is_not_forgiven_to_a_place_by_one_account_of_its_own(self, accounts: Accounts) -> None:
        for number in range(29):
            email = EmailAddress(f"odile{number}@exemple.fr")
            fail(accounts.sign_in, 1, email=email, origin="1.2.3.4")
        accounts.sign_in(email=MAILBOX, password=RIGHT, origin="1.2.3.4")
        fail(accounts.sign_in, 1, email=UNKNOWN, origin="1.2.3.4")

        with pytest.raises(TooManyAttempts):
            accounts.sign_in(email=MAILBOX, password=RIGHT, origin="1.2.3.4")

    def test_gives_two_hundred_places_twenty_five_guesses_in_a_day(
        self, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        guesses, turn, end = 0, 0, surroundings.clock.now() + DAY
        while surroundings.clock.now() < end:
            turn += 1
            try:
                accounts.sign_in(email=MAILBOX, password=WRONG, origin=f"10.0.0.{turn % 200}")
            except WrongCredentials:
                guesses += 1
            except TooManyAttempts as refusal:
                surroundings.clock.moment = refusal.until

        assert guesses == 25

    def test_gives_one_place_thirty_guesses_at_five_hundred_mailboxes(
        self, accounts: Accounts
    ) -> None:
        guesses = 0
        for number in range(500):
            try:
                accounts.sign_in(
                    email=EmailAddress(f"odile{number}@exemple.fr"),
                    password=WRONG,
                    origin="1.2.3.4",
                )
            except WrongCredentials:
                guesses += 1
            except TooManyAttempts:
                continue

        assert guesses == 30


class TestGuessesSentAllAtOnce:
    def test_do_not_pass_together(self, world: World, surroundings: Surroundings) -> None:
        crowd = Crowd(size=50)
        sign_in = Accounts.on(attrs.evolve(surroundings.around(world), hasher=crowd)).sign_in
        crowd.sign_in = sign_in

        with pytest.raises(TooManyAttempts):
            sign_in(email=MAILBOX, password=RIGHT)

        assert crowd.wrong == 5
        assert world.kept.sessions.kept == {}


@attrs.define
class Crowd(QuickHasher):
    """While one guess is compared, another one comes, and passes the first check too."""

    size: int = 0
    wrong: int = 0
    sign_in: SignIn | None = None

    def verify(self, password: Password, stored: str | None) -> Verdict:
        if self.size and self.sign_in:
            self.size -= 1
            try:
                self.sign_in(email=MAILBOX, password=WRONG)
            except WrongCredentials:
                self.wrong += 1
            except TooManyAttempts:
                pass
        return QuickHasher.verify(self, password, stored)
