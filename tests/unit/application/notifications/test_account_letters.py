"""What is written when an account changes hands, password or address."""

from datetime import timedelta

import pytest

from siegvo.application.notifications.bundle import Notifications
from siegvo.application.notifications.drafts import LetterKind
from siegvo.application.ports.mailer import Letter
from siegvo.application.ports.tokens import LinkUsed, Purpose
from siegvo.domain.accounts.address_change import AddressChange
from siegvo.domain.events import Event
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.policy import ADDRESS_CHANGE_LASTS, CANCELLATION_LASTS, PASSWORD_RESET_LASTS
from tests.support.builders import account_events
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.address_changes import an_address_change
from tests.support.in_memory.world import World
from tests.support.outside import ReadableTokens, Surroundings

LATE = timedelta(hours=20)


@pytest.fixture(autouse=True)
def _alice(world: World) -> None:
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))


@pytest.fixture
def change(world: World) -> AddressChange:
    change = an_address_change()
    with world.begin() as work:
        work.address_changes.add(change)
    return change


def told(world: World, surroundings: Surroundings, event: Event) -> tuple[Letter, ...]:
    with world.begin() as work:
        work.record(event)
    surroundings.clock.advance(LATE)
    Notifications.on(surroundings.around(world)).deliver_mail()
    return tuple(surroundings.mailbox.letters)


class TestTheResetLetter:
    def test_signs_its_link_when_it_leaves(self, world: World, surroundings: Surroundings) -> None:
        (letter,) = told(world, surroundings, account_events.reset_asked())

        assert letter.to == an_account(ALICE).email
        assert letter.facts["until"] == NOON + LATE + PASSWORD_RESET_LASTS
        tokens = ReadableTokens(surroundings.clock)
        state = an_account(ALICE).reset_state
        tokens.check(Purpose.PASSWORD_RESET, str(letter.facts["token"]), state=state)

    def test_is_not_written_once_the_account_is_gone(
        self, world: World, surroundings: Surroundings
    ) -> None:
        assert told(world, surroundings, account_events.reset_asked(BOB)) == ()

    def test_of_a_cancelled_move_gives_a_way_in_too(
        self, world: World, surroundings: Surroundings
    ) -> None:
        (letter,) = told(world, surroundings, account_events.move_cancelled())

        assert str(letter.facts["token"]).startswith(Purpose.PASSWORD_RESET)


class TestTheLettersOfAMove:
    def test_warn_the_old_mailbox_first(
        self, world: World, surroundings: Surroundings, change: AddressChange
    ) -> None:
        to_old, to_new = told(world, surroundings, account_events.move_asked(change))

        assert (to_old.to, to_new.to) == (change.old, change.new)
        assert to_old.facts["until"] == NOON + LATE + CANCELLATION_LASTS
        assert to_new.facts["until"] == NOON + LATE + ADDRESS_CHANGE_LASTS
        assert change.old not in to_new.facts.values()

    def test_carry_each_its_own_link(
        self, world: World, surroundings: Surroundings, change: AddressChange
    ) -> None:
        to_old, to_new = told(world, surroundings, account_events.move_asked(change))

        tokens, account = ReadableTokens(surroundings.clock), an_account(ALICE)
        undo, confirm = str(to_old.facts["token"]), str(to_new.facts["token"])
        tokens.check(Purpose.ADDRESS_CHANGE_CANCELLATION, undo, state=change.cancellation_state)
        tokens.check(Purpose.ADDRESS_CHANGE, confirm, state=change.confirmation_state(account))
        other = account.with_hash("another")
        with pytest.raises(LinkUsed):
            tokens.check(Purpose.ADDRESS_CHANGE, confirm, state=change.confirmation_state(other))

    def test_tell_a_mailbox_that_it_has_an_account(
        self, world: World, surroundings: Surroundings, change: AddressChange
    ) -> None:
        with world.begin() as work:
            work.accounts.add(an_account(BOB, email=change.new.key))

        _, to_new = told(world, surroundings, account_events.move_asked(change))

        assert to_new.template == LetterKind.ADDRESS_IN_USE
        assert to_new.facts == {"at": NOON}

    def test_ask_nothing_of_a_wish_that_was_replaced(
        self, world: World, surroundings: Surroundings, change: AddressChange
    ) -> None:
        with world.begin() as work:
            work.address_changes.add(an_address_change(2))

        assert told(world, surroundings, account_events.move_asked(change)) == ()

    def test_ask_nothing_twice(self, world: World, surroundings: Surroundings) -> None:
        confirmed = an_address_change(confirmed=NOON)
        with world.begin() as work:
            work.address_changes.add(confirmed)

        (letter,) = told(world, surroundings, account_events.move_asked(confirmed))

        assert letter.template == LetterKind.ADDRESS_CHANGE_ASKED

    @pytest.mark.parametrize("by_staff", [False, True])
    def test_tell_both_mailboxes_when_it_is_done(
        self, world: World, surroundings: Surroundings, change: AddressChange, *, by_staff: bool
    ) -> None:
        event = account_events.moved(change, by_staff=by_staff)

        to_old, to_new = told(world, surroundings, event)

        assert (to_old.to, to_new.to) == (change.old, change.new)
        assert ("token" in to_old.facts) is not by_staff
        assert "token" not in to_new.facts


class TestTheGoodbye:
    def test_goes_to_a_mailbox_nothing_is_known_of(
        self, world: World, surroundings: Surroundings
    ) -> None:
        (letter,) = told(world, surroundings, account_events.deleted("partie@exemple.fr"))

        assert letter.to == EmailAddress("partie@exemple.fr")
