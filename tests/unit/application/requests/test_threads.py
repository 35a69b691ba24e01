from datetime import timedelta
from uuid import UUID

import pytest

from siegvo.application.ports.attachments import AttachmentMissing
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.application.repositories.submissions import SubmissionReused
from siegvo.application.requests.bundle import Requests
from siegvo.application.requests.handle_requests import NobodyToAnswer
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.domain.policy import MEDIATION_AFTER
from siegvo.domain.requests.asked import AnswerMissing, AnswerTooLong
from siegvo.domain.requests.events import (
    RequestAnswered,
    RequestCancelled,
    RequestClosed,
    RequestRefused,
    RequestReopened,
    RequestStarted,
)
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.message import Author, MessageText
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import (
    RequestCannotBecome,
    RequestDecidedElsewhere,
    RequestNotCancellable,
    RequestState,
    RequestTakesNoMessage,
)
from tests.support.builders.accounts import ALICE, BOB
from tests.support.builders.contracts import CONTRACT
from tests.support.builders.requests import a_request
from tests.support.builders.threads import A_PDF, HELLO, OTHER, SUBSCRIPTION
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

CLERK = Actor.staff("c.weber")
ANSWER = MessageText("Bonjour, pouvez-vous nous envoyer l’attestation ?")
FORM = UUID(int=7)


@pytest.fixture
def asked(world: World, requests: Requests) -> RequestReference:
    """Alice asked something, which is told and written down: tests look at what comes after."""
    reference = requests.send_request(
        account=ALICE, content=OTHER, contract=CONTRACT, message=HELLO, attachments=[A_PDF]
    )
    world.kept.outbox.kept.clear()
    world.kept.audit.entries.clear()
    return reference


def state_of(world: World, reference: RequestReference) -> RequestState:
    return world.kept.requests.of(reference).state


class TestAnAnswer:
    def test_awaits_the_subscriber(
        self, world: World, requests: Requests, asked: RequestReference
    ) -> None:
        requests.answer_request(asked, message=ANSWER, attachments=[A_PDF], actor=CLERK)

        assert state_of(world, asked) is RequestState.AWAITING_SUBSCRIBER
        message = world.kept.threads.messages[asked][-1]
        assert (message.author, message.text) == (Author.STAFF, ANSWER)
        assert len(message.attachments) == 1
        (event,) = world.kept.events
        assert isinstance(event, RequestAnswered)
        assert event.awaits_reply
        (entry,) = world.kept.audit.entries
        assert (entry.gesture, entry.actor) == (Gesture.REQUEST_ANSWERED, CLERK)

    def test_to_what_is_closed_awaits_nobody(
        self, world: World, requests: Requests, asked: RequestReference
    ) -> None:
        requests.close_request(asked, actor=CLERK)

        requests.answer_request(asked, message=ANSWER, actor=CLERK)

        assert state_of(world, asked) is RequestState.DONE
        assert isinstance(world.kept.events[-1], RequestAnswered)
        assert not world.kept.events[-1].awaits_reply

    def test_needs_somebody_to_read_it(
        self, world: World, requests: Requests, surroundings: Surroundings, asked: RequestReference
    ) -> None:
        with world.begin() as work:
            work.requests.disown(ALICE)

        with pytest.raises(NobodyToAnswer):
            requests.answer_request(asked, message=ANSWER, attachments=[A_PDF], actor=CLERK)

        assert len(world.kept.threads.messages[asked]) == 1
        assert len(surroundings.attachments.kept) == 1

    def test_takes_no_room_from_the_subscriber(
        self, world: World, requests: Requests, asked: RequestReference
    ) -> None:
        before = world.kept.threads.weight_of(ALICE)

        requests.answer_request(asked, message=ANSWER, attachments=[A_PDF], actor=CLERK)

        assert world.kept.threads.weight_of(ALICE) == before > 0


class TestAReply:
    def test_puts_what_was_awaited_in_progress(
        self, world: World, requests: Requests, asked: RequestReference
    ) -> None:
        requests.answer_request(asked, message=ANSWER, actor=CLERK)
        world.kept.outbox.kept.clear()

        requests.reply(account=ALICE, reference=asked, message=HELLO)

        assert state_of(world, asked) is RequestState.IN_PROGRESS
        assert len(world.kept.threads.messages[asked]) == 3
        assert world.kept.events == []
        assert world.kept.audit.entries[-1].gesture is Gesture.REQUEST_REPLIED

    def test_leaves_what_was_not_awaited_where_it_is(
        self, world: World, requests: Requests, asked: RequestReference
    ) -> None:
        requests.reply(account=ALICE, reference=asked, attachments=[A_PDF])

        assert state_of(world, asked) is RequestState.REGISTERED

    def test_opens_what_was_closed(
        self, world: World, requests: Requests, asked: RequestReference
    ) -> None:
        requests.refuse_request(asked, reason="Non.", actor=CLERK)

        requests.reply(account=ALICE, reference=asked, message=HELLO)

        assert state_of(world, asked) is RequestState.IN_PROGRESS
        assert isinstance(world.kept.events[-1], RequestReopened)

    def test_sent_twice_is_one_message(
        self, world: World, requests: Requests, surroundings: Surroundings, asked: RequestReference
    ) -> None:
        for _ in range(2):
            requests.reply(
                account=ALICE,
                reference=asked,
                message=HELLO,
                attachments=[A_PDF],
                submission=FORM,
            )

        assert len(world.kept.threads.messages[asked]) == 2
        assert len(surroundings.attachments.kept) == 2
        with pytest.raises(SubmissionReused):
            requests.reply(account=ALICE, reference=asked, message=ANSWER, submission=FORM)

    def test_says_something(self, requests: Requests, asked: RequestReference) -> None:
        with pytest.raises(AnswerMissing):
            requests.reply(account=ALICE, reference=asked)

    def test_is_for_the_author_alone(
        self, requests: Requests, surroundings: Surroundings, asked: RequestReference
    ) -> None:
        with pytest.raises(RequestNotFound):
            requests.reply(account=BOB, reference=asked, message=HELLO, attachments=[A_PDF])

        assert len(surroundings.attachments.kept) == 1

    def test_to_what_was_cancelled_is_refused(
        self, requests: Requests, asked: RequestReference
    ) -> None:
        requests.cancel_request(account=ALICE, reference=asked)

        with pytest.raises(RequestTakesNoMessage):
            requests.reply(account=ALICE, reference=asked, message=HELLO)

    def test_may_be_one_of_thirty_a_day(self, requests: Requests, asked: RequestReference) -> None:
        for _ in range(30):
            requests.reply(account=ALICE, reference=asked, message=HELLO)

        with pytest.raises(TooManyAttempts):
            requests.reply(account=ALICE, reference=asked, message=HELLO)


class TestCancelling:
    def test_takes_it_back(self, world: World, requests: Requests, asked: RequestReference) -> None:
        requests.cancel_request(account=ALICE, reference=asked)

        assert state_of(world, asked) is RequestState.CANCELLED
        assert isinstance(world.kept.events[-1], RequestCancelled)
        (entry,) = world.kept.audit.entries
        assert entry.gesture is Gesture.REQUEST_CANCELLED

    def test_twice_is_once(self, world: World, requests: Requests, asked: RequestReference) -> None:
        for _ in range(2):
            requests.cancel_request(account=ALICE, reference=asked)

        assert len(world.kept.events) == 1

    def test_is_too_late_once_staff_began(
        self, requests: Requests, asked: RequestReference
    ) -> None:
        requests.start_request(asked, actor=CLERK)

        with pytest.raises(RequestNotCancellable):
            requests.cancel_request(account=ALICE, reference=asked)

    def test_is_for_the_author_alone(self, requests: Requests, asked: RequestReference) -> None:
        with pytest.raises(RequestNotFound):
            requests.cancel_request(account=BOB, reference=asked)


class TestStaff:
    def test_start_and_close(
        self, world: World, requests: Requests, asked: RequestReference
    ) -> None:
        requests.start_request(asked, actor=CLERK)
        requests.close_request(asked, message=ANSWER, actor=CLERK)

        assert [type(event) for event in world.kept.events] == [RequestStarted, RequestClosed]
        assert world.kept.threads.messages[asked][-1].text == ANSWER
        gestures = [entry.gesture for entry in world.kept.audit.entries]
        assert gestures == [Gesture.REQUEST_STARTED, Gesture.REQUEST_CLOSED]

    def test_refuse_for_a_reason(
        self, world: World, requests: Requests, asked: RequestReference
    ) -> None:
        with pytest.raises(AnswerMissing):
            requests.refuse_request(asked, reason=" ", actor=CLERK)
        with pytest.raises(AnswerTooLong):
            requests.refuse_request(asked, reason="x" * 501, actor=CLERK)

        requests.refuse_request(asked, reason=" Hors de\nnotre réseau. ", actor=CLERK)

        assert world.kept.requests.of(asked).steps[-1].reason == "Hors de notre réseau."
        (event,) = world.kept.events
        assert isinstance(event, RequestRefused)
        assert event.reason == "Hors de notre réseau."

    def test_do_not_decide_twice(self, requests: Requests, asked: RequestReference) -> None:
        requests.close_request(asked, actor=CLERK)

        with pytest.raises(RequestCannotBecome):
            requests.refuse_request(asked, reason="Trop tard.", actor=CLERK)
        with pytest.raises(RequestCannotBecome):
            requests.start_request(asked, actor=CLERK)

    def test_decide_on_readings_elsewhere(self, world: World, requests: Requests) -> None:
        with world.begin() as work:
            work.requests.add(a_request(71))

        with pytest.raises(RequestDecidedElsewhere):
            requests.close_request(RequestReference(2026, 71), actor=CLERK)

    def test_close_what_nobody_follows_and_tell_nobody(
        self, world: World, requests: Requests, asked: RequestReference
    ) -> None:
        with world.begin() as work:
            work.requests.disown(ALICE)

        requests.start_request(asked, actor=CLERK)
        requests.close_request(asked, actor=CLERK)

        assert world.kept.events == []
        assert state_of(world, asked) is RequestState.DONE


class TestLooking:
    def test_shows_all_there_is(
        self, requests: Requests, asked: RequestReference, surroundings: Surroundings
    ) -> None:
        surroundings.clock.advance(MEDIATION_AFTER)

        view = requests.show_request(account=ALICE, reference=asked)

        assert (view.request.reference, view.content) == (asked, OTHER)
        assert [message.text for message in view.messages] == [HELLO]
        assert view.mediation
        assert view.mediation.is_open
        assert requests.show_any_request(asked) == view

    def test_is_for_the_author_alone(self, requests: Requests, asked: RequestReference) -> None:
        with pytest.raises(RequestNotFound):
            requests.show_request(account=BOB, reference=asked)

    def test_opens_what_is_attached(self, requests: Requests, asked: RequestReference) -> None:
        (message,) = requests.show_request(account=ALICE, reference=asked).messages
        key = message.attachments[0].key

        opened = requests.open_attachment(account=ALICE, reference=asked, key=key)

        assert opened.content.startswith(b"%PDF-clean")
        assert opened.attachment == message.attachments[0]
        assert requests.open_any_attachment(asked, key=key) == opened
        with pytest.raises(RequestNotFound):
            requests.open_attachment(account=BOB, reference=asked, key=key)
        with pytest.raises(AttachmentMissing):
            requests.open_attachment(account=ALICE, reference=asked, key="0" * 32)

    def test_opens_no_file_of_another_request(
        self, requests: Requests, asked: RequestReference
    ) -> None:
        theirs = requests.send_request(account=BOB, content=SUBSCRIPTION, attachments=[A_PDF])
        (message,) = requests.show_request(account=BOB, reference=theirs).messages

        with pytest.raises(AttachmentMissing):
            requests.open_attachment(account=ALICE, reference=asked, key=message.attachments[0].key)


class TestTheListForStaff:
    def test_shows_what_is_open_with_its_age(
        self, requests: Requests, asked: RequestReference, surroundings: Surroundings
    ) -> None:
        surroundings.clock.advance(timedelta(days=12, hours=5))
        later = requests.send_request(account=BOB, content=SUBSCRIPTION)

        oldest, newest = requests.list_all_requests()

        assert (oldest.line.reference, oldest.age_days) == (asked, 12)
        assert (oldest.line.subject, str(oldest.email)) == (
            OTHER.subject,
            "Alice.Marchal@exemple.fr",
        )
        assert (newest.line.reference, newest.age_days) == (later, 0)

    def test_is_what_staff_want_to_see(
        self, world: World, requests: Requests, asked: RequestReference, surroundings: Surroundings
    ) -> None:
        surroundings.clock.advance(timedelta(days=12))
        new = requests.send_request(account=BOB, content=SUBSCRIPTION)
        with world.begin() as work:
            work.requests.add(a_request(71))

        def listed(**wanted: object) -> list[RequestReference]:
            found = requests.list_all_requests(**wanted)  # type: ignore[arg-type]
            return [each.line.reference for each in found]

        assert listed() == [asked, new]
        assert listed(contract=CONTRACT) == [asked]
        assert listed(kinds=frozenset({RequestKind.SUBSCRIPTION})) == [new]
        assert listed(kinds=frozenset({RequestKind.READING})) == [RequestReference(2026, 71)]
        assert listed(older_than=timedelta(days=12)) == [asked]
        assert listed(older_than=timedelta(days=13)) == []
        assert listed(states=frozenset({RequestState.DONE})) == []
