"""What is looked up when a letter leaves."""

from datetime import timedelta

import pytest

from siegvo.application.notifications.bundle import Notifications
from siegvo.application.notifications.delivery import Delivery, Outcome
from siegvo.application.notifications.drafts import LetterKind
from siegvo.application.ports.mailer import Letter
from siegvo.application.ports.tokens import Purpose
from siegvo.domain.events import Event
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.policy import ACTIVATION_LASTS, REGISTRATION_KEPT
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders import events
from tests.support.builders.accounts import ALICE, BOB, NOON, a_registration, an_account
from tests.support.builders.contracts import CONTRACT, a_link, a_tenure
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.in_memory.world import World
from tests.support.meters import SERIAL, day
from tests.support.outside import ReadableTokens, Surroundings


class Post:
    """Tells one event, and shows the letters that came of it."""

    def __init__(self, world: World, surroundings: Surroundings) -> None:
        self.world, self.surroundings = world, surroundings
        self.deliver_mail = Notifications.on(surroundings.around(world)).deliver_mail

    def tell(self, event: Event) -> tuple[Letter, ...]:
        with self.world.begin() as work:
            work.record(event)
        done = self.deliver_mail()
        letters = tuple(self.surroundings.mailbox.letters)
        name = type(event).__name__
        assert done == Delivery(event=name, outcome=Outcome.TOLD, letters=len(letters))
        return letters


@pytest.fixture
def post(world: World, surroundings: Surroundings) -> Post:
    return Post(world, surroundings)


class TestTheActivationLetter:
    def test_goes_to_the_mailbox_that_must_answer(self, world: World, post: Post) -> None:
        registration = a_registration(email="Odile@exemple.fr")
        with world.begin() as work:
            work.registrations.add(registration)

        (letter,) = post.tell(events.registration_asked(registration))

        assert letter.to == EmailAddress("Odile@exemple.fr")
        assert letter.template == LetterKind.ACTIVATION

    def test_signs_its_link_when_it_leaves(
        self, world: World, post: Post, surroundings: Surroundings
    ) -> None:
        registration = a_registration(at=NOON)
        with world.begin() as work:
            work.registrations.add(registration)
        surroundings.clock.advance(timedelta(hours=20))

        (letter,) = post.tell(events.registration_asked(registration))

        assert letter.facts["until"] == NOON + timedelta(hours=20) + ACTIVATION_LASTS
        surroundings.clock.advance(ACTIVATION_LASTS)
        subject = ReadableTokens(surroundings.clock).subject(
            Purpose.ACTIVATION, str(letter.facts["token"])
        )
        assert subject == str(registration.id)

    def test_promises_no_more_than_the_attempt_itself(
        self, world: World, post: Post, surroundings: Surroundings
    ) -> None:
        registration = a_registration(at=NOON)
        with world.begin() as work:
            work.registrations.add(registration)
        surroundings.clock.advance(REGISTRATION_KEPT - timedelta(hours=1))

        (letter,) = post.tell(events.registration_asked(registration))

        assert letter.facts["until"] == NOON + REGISTRATION_KEPT

    def test_is_not_written_for_an_attempt_that_was_used(self, post: Post) -> None:
        assert post.tell(events.registration_asked(a_registration())) == ()

    def test_is_not_written_for_an_attempt_that_lapsed(
        self, world: World, post: Post, surroundings: Surroundings
    ) -> None:
        registration = a_registration(at=NOON)
        with world.begin() as work:
            work.registrations.add(registration)
        surroundings.clock.advance(REGISTRATION_KEPT + timedelta(seconds=1))

        assert post.tell(events.registration_asked(registration)) == ()

    def test_keeps_its_link_to_itself(self, world: World, post: Post) -> None:
        registration = a_registration()
        with world.begin() as work:
            work.registrations.add(registration)

        (letter,) = post.tell(events.registration_asked(registration))

        token = str(letter.facts["token"])
        assert token not in repr(letter)
        assert token not in repr(world.kept)


class TestALetterToAnAccount:
    def test_goes_to_its_address(self, world: World, post: Post) -> None:
        with world.begin() as work:
            work.accounts.add(an_account(BOB, email="bob@exemple.fr"))

        (letter,) = post.tell(events.known_address(BOB))

        assert letter.to == EmailAddress("bob@exemple.fr")

    def test_is_not_written_once_the_account_is_gone(self, post: Post) -> None:
        assert post.tell(events.known_address(BOB)) == ()


class TestALetterAboutContracts:
    @pytest.fixture(autouse=True)
    def linked(self, world: World) -> None:
        world.know(a_tenure(), a_tenure("100214874"), a_tenure("100999999", payer="R0099"))
        with world.begin() as work:
            work.accounts.add(an_account(ALICE))
            work.accounts.add(an_account(BOB))
            work.links.add(a_link(ALICE))

    def test_names_all_those_of_the_payer(self, post: Post) -> None:
        (letter,) = post.tell(events.contract_linked(ALICE))

        assert letter.facts == {
            "at": NOON,
            "contract": CONTRACT,
            "tenures": (a_tenure(), a_tenure("100214874")),
        }

    def test_tells_of_another_account_without_saying_whose(self, post: Post) -> None:
        (letter,) = post.tell(events.linked_elsewhere(ALICE))

        assert letter.facts == {"at": NOON, "tenures": (a_tenure(), a_tenure("100214874"))}

    def test_is_not_written_to_someone_who_no_longer_sees_them(self, post: Post) -> None:
        assert post.tell(events.linked_elsewhere(BOB)) == ()


class TestALetterAboutAReading:
    @pytest.fixture(autouse=True)
    def sent(self, world: World) -> None:
        with world.begin() as work:
            work.accounts.add(an_account(ALICE))
            work.requests.add(a_request(123))
            work.sent_readings.add(a_sent_reading(123, index=1247, on="2026-11-22"))

    def test_repeats_what_was_sent(self, post: Post) -> None:
        (letter,) = post.tell(events.reading_submitted(a_sent_reading(123)))

        assert letter.template == LetterKind.READING_RECEIVED
        assert letter.facts == {
            "reference": RequestReference(2026, 123),
            "contract": CONTRACT,
            "serial": SERIAL,
            "index": MeterIndex(1247),
            "taken_on": day("2026-11-22"),
        }

    def test_says_why_it_was_refused(self, post: Post) -> None:
        (letter,) = post.tell(events.reading_reviewed(a_sent_reading(123), reason="Flou."))

        assert letter.template == LetterKind.READING_REFUSED
        assert letter.facts["reason"] == "Flou."
