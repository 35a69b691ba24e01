"""What happens to the account while its password is being compared."""

from collections.abc import Callable

import attrs
import pytest

from siegvo.application.accounts.bundle import Accounts
from siegvo.application.accounts.sign_in import SignIn
from siegvo.domain.accounts.credentials import WrongCredentials
from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.email_address import EmailAddress
from tests.support.builders.accounts import ALICE, an_account
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings
from tests.support.slow_passwords import SlowHasher

MAILBOX = EmailAddress("alice.marchal@exemple.fr")
RIGHT = Password("a password")
FRESH = "hash of a password, made anew"


@pytest.fixture(autouse=True)
def _alice(world: World) -> None:
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))


@pytest.fixture
def sign_in_while(
    accounts: Accounts,
) -> Callable[[Callable[[], None]], SignIn]:
    return lambda meanwhile: attrs.evolve(accounts.sign_in, hasher=SlowHasher(meanwhile, FRESH))


class TestSignInMeanwhile:
    def test_keeps_a_hash_made_as_they_are_made_today(
        self, world: World, sign_in_while: Callable[[Callable[[], None]], SignIn]
    ) -> None:
        sign_in_while(lambda: None)(email=MAILBOX, password=RIGHT)

        assert world.kept.accounts.of(ALICE).password_hash == FRESH

    def test_opens_nothing_for_a_password_that_has_just_been_changed(
        self, world: World, sign_in_while: Callable[[Callable[[], None]], SignIn]
    ) -> None:
        def change() -> None:
            with world.begin() as work:
                work.accounts.save(work.accounts.of(ALICE).with_hash("hash of something else"))

        with pytest.raises(WrongCredentials):
            sign_in_while(change)(email=MAILBOX, password=RIGHT)

        assert world.kept.sessions.kept == {}
        assert world.kept.accounts.of(ALICE).password_hash == "hash of something else"

    def test_opens_nothing_of_an_account_that_has_just_gone(
        self, world: World, sign_in_while: Callable[[Callable[[], None]], SignIn]
    ) -> None:
        def leave() -> None:
            with world.begin() as work:
                work.accounts.kept.pop(ALICE)

        with pytest.raises(WrongCredentials):
            sign_in_while(leave)(email=MAILBOX, password=RIGHT)

    def test_gives_way_to_another_sign_in_that_freshens_the_same_hash(
        self, world: World, surroundings: Surroundings
    ) -> None:
        outside = attrs.evolve(surroundings.around(world), hasher=SlowHasher(lambda: None, FRESH))
        first, second = Accounts.on(outside).sign_in, Accounts.on(outside).sign_in

        def overtake() -> None:
            if world.kept.accounts.of(ALICE).password_hash != FRESH:
                with world.begin() as work:
                    fresh = attrs.evolve(work.accounts.of(ALICE), version=1)
                    work.accounts.kept[ALICE] = fresh

        attrs.evolve(first, hasher=SlowHasher(overtake, FRESH))(email=MAILBOX, password=RIGHT)
        second(email=MAILBOX, password=RIGHT)

        assert len(world.kept.sessions.kept) == 2
