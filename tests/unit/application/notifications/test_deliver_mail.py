"""Telling events, one at a time."""

from collections.abc import Callable
from datetime import datetime, timedelta

import attrs
import pytest

from siegvo.application.notifications.bundle import Notifications
from siegvo.application.notifications.deliver_mail import DeliverMail
from siegvo.application.notifications.delivery import Delivery, Outcome
from siegvo.application.notifications.drafts import LetterKind
from siegvo.application.ports.mailer import Letter, MailRefused
from siegvo.application.ports.unavailable import DatabaseUnavailable, MailServerUnavailable
from siegvo.domain.accounts.events import AccountActivated
from siegvo.domain.events import Event
from siegvo.domain.policy import MAIL_CLAIMED_FOR, MAIL_WAITS
from tests.support.builders import events
from tests.support.builders.accounts import ALICE, NOON, an_account
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

Happen = Callable[..., None]
INSTANT = timedelta(microseconds=1)
TOLD, PUT_OFF, GIVEN_UP = Outcome.TOLD, Outcome.PUT_OFF, Outcome.GIVEN_UP


@pytest.fixture
def deliver_mail(world: World, surroundings: Surroundings) -> DeliverMail:
    return Notifications.on(surroundings.around(world)).deliver_mail


@pytest.fixture
def record(world: World) -> Happen:
    """Return what records events, with Alice there to be told."""
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))

    def happen(*happened: Event) -> None:
        with world.begin() as work:
            for event in happened:
                work.record(event)

    return happen


class TestDeliverMail:
    def test_has_nothing_to_do_before_anything_happened(self, deliver_mail: DeliverMail) -> None:
        assert deliver_mail() is None

    def test_takes_nothing_without_a_mailer(
        self, world: World, surroundings: Surroundings, record: Happen
    ) -> None:
        outside = surroundings.around(world)
        record(events.known_address())

        assert Notifications.on(attrs.evolve(outside, mailer=None)).deliver_mail() is None
        assert Notifications.on(outside).deliver_mail() is not None

    def test_sends_a_letter_once(
        self,
        deliver_mail: DeliverMail,
        record: Happen,
        surroundings: Surroundings,
    ) -> None:
        record(events.known_address())

        done = deliver_mail()

        assert done == Delivery(event="RegistrationOfKnownAddress", outcome=TOLD, letters=1)
        assert deliver_mail() is None
        (letter,) = surroundings.mailbox.letters
        assert letter.template == LetterKind.ACCOUNT_EXISTS

    def test_tells_the_oldest_event_first(
        self,
        deliver_mail: DeliverMail,
        record: Happen,
        surroundings: Surroundings,
    ) -> None:
        record(events.known_address(at=NOON), events.known_address(at=NOON - timedelta(hours=1)))

        deliver_mail()

        assert surroundings.mailbox.last.facts == {"at": NOON - timedelta(hours=1)}

    def test_is_done_with_what_nobody_is_told(
        self, deliver_mail: DeliverMail, record: Happen
    ) -> None:
        record(AccountActivated(at=NOON, account=str(ALICE)))

        assert deliver_mail() == Delivery(event="AccountActivated", outcome=TOLD, letters=0)
        assert deliver_mail() is None

    def test_lets_an_absent_database_be_known(
        self,
        deliver_mail: DeliverMail,
        record: Happen,
        surroundings: Surroundings,
    ) -> None:
        record(events.known_address())
        surroundings.mailbox.trouble = DatabaseUnavailable()

        with pytest.raises(DatabaseUnavailable):
            deliver_mail()


class TestATemporaryTrouble:
    @pytest.fixture(autouse=True)
    def down(self, surroundings: Surroundings, record: Happen) -> None:
        record(events.known_address())
        surroundings.mailbox.trouble = MailServerUnavailable("RCPT 451")

    def test_puts_the_letter_off(self, deliver_mail: DeliverMail) -> None:
        assert deliver_mail() == Delivery(
            event="RegistrationOfKnownAddress", outcome=PUT_OFF, why="RCPT 451"
        )

    def test_makes_it_wait_longer_each_time_and_then_leaves_it_to_staff(
        self, deliver_mail: DeliverMail, surroundings: Surroundings
    ) -> None:
        outcomes = []
        for wait in MAIL_WAITS:
            outcomes.append(deliver_mail())
            surroundings.clock.advance(wait - INSTANT)
            assert deliver_mail() is None
            surroundings.clock.advance(INSTANT)
        outcomes.append(deliver_mail())
        surroundings.clock.advance(timedelta(days=30))

        assert [done and done.outcome for done in outcomes] == [PUT_OFF] * 8 + [GIVEN_UP]
        assert deliver_mail() is None

    def test_does_not_hold_up_the_next_letter(
        self,
        deliver_mail: DeliverMail,
        surroundings: Surroundings,
        record: Happen,
    ) -> None:
        deliver_mail()
        surroundings.mailbox.trouble = None
        record(events.known_address())

        assert deliver_mail() == Delivery(
            event="RegistrationOfKnownAddress", outcome=TOLD, letters=1
        )

    def test_ends_well(self, deliver_mail: DeliverMail, surroundings: Surroundings) -> None:
        deliver_mail()
        surroundings.mailbox.trouble = None
        surroundings.clock.advance(MAIL_WAITS[0])

        done = deliver_mail()

        assert done is not None
        assert done.outcome is TOLD


class TestALetterThatCannotLeave:
    @pytest.mark.parametrize(
        ("trouble", "why"),
        [
            (MailRefused("RCPT 550 5.1.1"), "RCPT 550 5.1.1"),
            (ValueError("Bcc: alice@exemple.fr"), "ValueError"),
            (KeyError("token"), "KeyError"),
        ],
    )
    def test_is_left_to_staff_and_tried_no_more(
        self,
        deliver_mail: DeliverMail,
        record: Happen,
        surroundings: Surroundings,
        trouble: Exception,
        why: str,
    ) -> None:
        record(events.known_address())
        surroundings.mailbox.trouble = trouble

        done = deliver_mail()

        assert done
        assert (done.event, done.outcome) == ("RegistrationOfKnownAddress", GIVEN_UP)
        assert (done.why, done.is_refused) == (why, isinstance(trouble, MailRefused))
        surroundings.clock.advance(timedelta(days=30))
        assert deliver_mail() is None

    def test_because_its_facts_are_no_facts_is_left_to_staff(
        self, deliver_mail: DeliverMail, record: Happen
    ) -> None:
        record(attrs.evolve(events.known_address(), account="nobody"))

        done = deliver_mail()

        assert done == Delivery(
            event="RegistrationOfKnownAddress", outcome=GIVEN_UP, why="ValueError"
        )


class TestAWorkerThatDies:
    def test_leaves_its_event_to_another_after_a_while(
        self,
        world: World,
        deliver_mail: DeliverMail,
        record: Happen,
        surroundings: Surroundings,
    ) -> None:
        record(events.known_address())
        self.take_and_die(world, NOON)

        assert deliver_mail() is None
        surroundings.clock.advance(MAIL_CLAIMED_FOR)
        assert deliver_mail() is not None

    def test_each_time_it_takes_an_event_is_not_given_it_again(
        self,
        world: World,
        deliver_mail: DeliverMail,
        record: Happen,
        surroundings: Surroundings,
    ) -> None:
        record(events.known_address())
        for _ in range(len(MAIL_WAITS) + 1):
            self.take_and_die(world, surroundings.clock.now())
            surroundings.clock.advance(MAIL_CLAIMED_FOR)

        done = deliver_mail()

        assert done is not None
        assert (done.outcome, done.why) == (GIVEN_UP, "interrupted each time")
        assert surroundings.mailbox.letters == []

    def take_and_die(self, world: World, now: datetime) -> None:
        with world.begin() as work:
            assert work.outbox.claim(owner="dead", now=now, until=now + MAIL_CLAIMED_FOR)


@attrs.define
class Faint:
    """A mailer whose worker faints after the first letter, before it is noted."""

    letters: list[Letter] = attrs.Factory(list)

    def send(self, letter: Letter) -> None:
        self.letters.append(letter)
        if len(self.letters) == 1:
            raise DatabaseUnavailable


class TestMessageIds:
    def test_are_the_same_for_a_letter_that_leaves_twice(
        self, world: World, surroundings: Surroundings, record: Happen
    ) -> None:
        record(events.known_address())
        faint = Faint()
        outside = attrs.evolve(surroundings.around(world), mailer=faint)
        deliver_mail = Notifications.on(outside).deliver_mail
        with pytest.raises(DatabaseUnavailable):
            deliver_mail()
        surroundings.clock.advance(MAIL_CLAIMED_FOR)

        deliver_mail()

        first, second = faint.letters
        assert first.message_id == second.message_id

    def test_are_never_those_of_another_letter(
        self, deliver_mail: DeliverMail, surroundings: Surroundings, record: Happen
    ) -> None:
        record(events.known_address(), events.known_address())

        deliver_mail()
        deliver_mail()

        first, second = surroundings.mailbox.letters
        assert first.message_id != second.message_id
