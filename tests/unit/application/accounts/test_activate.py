from datetime import timedelta
from uuid import UUID

import attrs
import pytest

from siegvo.application.accounts.bundle import Accounts
from siegvo.application.ports.tokens import LinkExpired, NoSuchLink, Purpose
from siegvo.application.repositories.accounts import AddressTaken, RegistrationNotFound
from siegvo.domain.accounts.credentials import WrongPasswordForRegistration
from siegvo.domain.accounts.events import AccountActivated
from siegvo.domain.accounts.password import Password
from siegvo.domain.accounts.registration import Registration, RegistrationLapsed
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.throttle import TooManyAttempts
from tests.support.builders.accounts import ALICE, NOON, a_registration, an_account
from tests.support.in_memory.world import World
from tests.support.outside import ReadableTokens, Surroundings
from tests.support.slow_passwords import SlowHasher

MINE, THEIRS = Password("password 1"), Password("password 2")


@pytest.fixture
def tokens(surroundings: Surroundings) -> ReadableTokens:
    return ReadableTokens(surroundings.clock)


@pytest.fixture
def mine(world: World) -> Registration:
    return wait(world, a_registration(1))


def wait(world: World, registration: Registration) -> Registration:
    with world.begin() as work:
        work.registrations.add(registration)
    return registration


def link(tokens: ReadableTokens, registration: Registration) -> str:
    return tokens.issue(Purpose.ACTIVATION, str(registration.id))


class TestActivate:
    def test_opens_the_account_its_registration_asked_for(
        self, world: World, accounts: Accounts, tokens: ReadableTokens, mine: Registration
    ) -> None:
        account = accounts.activate(token=link(tokens, mine), password=MINE)

        opened = world.kept.accounts.of(account)
        assert opened.email == mine.email
        assert opened.password_hash == mine.password_hash
        assert opened.activated_at == NOON
        assert world.kept.events == [AccountActivated(at=NOON, account=str(account))]

    def test_drops_every_attempt_of_the_mailbox(
        self, world: World, accounts: Accounts, tokens: ReadableTokens, mine: Registration
    ) -> None:
        wait(world, a_registration(2))

        accounts.activate(token=link(tokens, mine), password=MINE)

        assert world.kept.registrations.kept == {}

    def test_writes_down_who_did(
        self, world: World, accounts: Accounts, tokens: ReadableTokens, mine: Registration
    ) -> None:
        account = accounts.activate(token=link(tokens, mine), password=MINE, origin="1.2.3.4")

        entry = world.kept.audit.entries[-1]
        assert (entry.gesture, entry.actor, entry.subject, entry.origin) == (
            Gesture.ACTIVATED,
            Actor.subscriber(account),
            str(account),
            "1.2.3.4",
        )

    def test_works_once(
        self, accounts: Accounts, tokens: ReadableTokens, mine: Registration
    ) -> None:
        token = link(tokens, mine)
        accounts.activate(token=token, password=MINE)

        with pytest.raises(RegistrationNotFound):
            accounts.activate(token=token, password=MINE)

    @pytest.mark.parametrize("token", ["", "anything", "activation~no identity~2026-11-23T11:00Z"])
    def test_knows_its_own_links(self, accounts: Accounts, token: str) -> None:
        with pytest.raises(NoSuchLink):
            accounts.activate(token=token, password=MINE)

    def test_asks_for_a_fresh_link_after_a_day(
        self,
        accounts: Accounts,
        surroundings: Surroundings,
        tokens: ReadableTokens,
        mine: Registration,
    ) -> None:
        token = link(tokens, mine)
        surroundings.clock.advance(timedelta(hours=24, seconds=1))

        with pytest.raises(LinkExpired):
            accounts.activate(token=token, password=MINE)

    def test_asks_for_a_fresh_attempt_after_a_week(
        self,
        accounts: Accounts,
        surroundings: Surroundings,
        tokens: ReadableTokens,
        mine: Registration,
    ) -> None:
        surroundings.clock.advance(timedelta(days=7, seconds=1))

        with pytest.raises(RegistrationLapsed):
            accounts.activate(token=link(tokens, mine), password=MINE)

    def test_never_opens_a_second_account(
        self, world: World, accounts: Accounts, tokens: ReadableTokens, mine: Registration
    ) -> None:
        with world.begin() as work:
            work.accounts.add(an_account(ALICE))

        with pytest.raises(AddressTaken):
            accounts.activate(token=link(tokens, mine), password=MINE)

        assert list(world.kept.accounts.kept) == [ALICE]
        assert world.kept.events == []


class TestSomebodyElsesAttempt:
    """A stranger registers an address that is not theirs; its owner clicks."""

    def test_is_not_opened_by_the_owners_password(
        self, world: World, accounts: Accounts, tokens: ReadableTokens, mine: Registration
    ) -> None:
        theirs = wait(world, a_registration(2))

        with pytest.raises(WrongPasswordForRegistration):
            accounts.activate(token=link(tokens, theirs), password=MINE)

        assert world.kept.accounts.kept == {}
        assert mine.id in world.kept.registrations.kept

    def test_dies_when_the_owner_activates_their_own(
        self, world: World, accounts: Accounts, tokens: ReadableTokens, mine: Registration
    ) -> None:
        theirs = wait(world, a_registration(2))

        account = accounts.activate(token=link(tokens, mine), password=MINE)

        with pytest.raises(RegistrationNotFound):
            accounts.activate(token=link(tokens, theirs), password=THEIRS)
        assert world.kept.accounts.of(account).password_hash == mine.password_hash

    def test_cannot_be_guessed_at(
        self,
        world: World,
        accounts: Accounts,
        surroundings: Surroundings,
        tokens: ReadableTokens,
        mine: Registration,
    ) -> None:
        for _ in range(5):
            with pytest.raises(WrongPasswordForRegistration):
                accounts.activate(token=link(tokens, mine), password=THEIRS)
        worked = surroundings.hasher.asked

        with pytest.raises(TooManyAttempts):
            accounts.activate(token=link(tokens, mine), password=MINE)

        assert surroundings.hasher.asked == worked
        failures = [each.gesture for each in world.kept.audit.entries]
        assert failures == [Gesture.ACTIVATION_FAILED] * 5
        assert UUID(world.kept.audit.entries[0].subject) == mine.id

    def test_cannot_be_guessed_at_all_at_once(
        self, world: World, accounts: Accounts, tokens: ReadableTokens, mine: Registration
    ) -> None:
        def meanwhile() -> None:
            for _ in range(5):
                with pytest.raises(WrongPasswordForRegistration):
                    accounts.activate(token=link(tokens, mine), password=THEIRS)

        activate = attrs.evolve(accounts.activate, hasher=SlowHasher(meanwhile))
        with pytest.raises(TooManyAttempts):
            activate(token=link(tokens, mine), password=MINE)

        assert world.kept.accounts.kept == {}


class TestCheckActivation:
    def test_lets_a_link_pass_that_would_serve_and_leaves_it_so(
        self, world: World, accounts: Accounts, tokens: ReadableTokens, mine: Registration
    ) -> None:
        accounts.check_activation(link(tokens, mine))
        accounts.check_activation(link(tokens, mine))

        assert world.kept.registrations.kept
        assert world.kept.audit.entries == []

    def test_tells_that_it_has_served(
        self, accounts: Accounts, tokens: ReadableTokens, mine: Registration
    ) -> None:
        accounts.activate(token=link(tokens, mine), password=MINE)

        with pytest.raises(RegistrationNotFound):
            accounts.check_activation(link(tokens, mine))

    @pytest.mark.parametrize("token", ["", "anything", "activation~no identity~2026-11-23T11:00Z"])
    def test_knows_its_own_links(self, accounts: Accounts, token: str) -> None:
        with pytest.raises(NoSuchLink):
            accounts.check_activation(token)

    def test_tells_that_it_is_too_old(
        self,
        accounts: Accounts,
        surroundings: Surroundings,
        tokens: ReadableTokens,
        mine: Registration,
    ) -> None:
        token = link(tokens, mine)
        surroundings.clock.advance(timedelta(hours=24, seconds=1))

        with pytest.raises(LinkExpired):
            accounts.check_activation(token)

    def test_tells_that_its_attempt_is(
        self,
        accounts: Accounts,
        surroundings: Surroundings,
        tokens: ReadableTokens,
        mine: Registration,
    ) -> None:
        surroundings.clock.advance(timedelta(days=7, seconds=1))

        with pytest.raises(RegistrationLapsed):
            accounts.check_activation(link(tokens, mine))
