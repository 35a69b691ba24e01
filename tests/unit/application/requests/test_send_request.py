from datetime import date, timedelta
from uuid import UUID

import attrs
import pytest

from siegvo.application.ports.attachments import AttachmentsUnavailable, SentFile
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.application.repositories.submissions import SubmissionReused
from siegvo.application.requests.bundle import Requests
from siegvo.domain.contracts.tenure import ContractEnded
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.domain.policy import ATTACHED_MOST_MIB
from siegvo.domain.requests.asked import AnswerMissing
from siegvo.domain.requests.attachment import (
    AttachmentRefused,
    AttachmentsFull,
    TooManyAttachments,
)
from siegvo.domain.requests.content import ContractMissing, RequestContent
from siegvo.domain.requests.days import DayTooFarAhead
from siegvo.domain.requests.events import RequestSent
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.message import Author
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, BOB, NOON
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.builders.threads import (
    A_PDF,
    CONTENTS,
    HELLO,
    LEAK,
    OTHER,
    SUBSCRIPTION,
    TERMINATION,
    a_message,
    an_attachment,
)
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

FIRST = RequestReference(2026, 1)
FORM = UUID(int=7)


class TestARequest:
    @pytest.mark.parametrize("content", CONTENTS)
    def test_is_registered_with_what_it_asks(
        self, world: World, requests: Requests, content: RequestContent
    ) -> None:
        reference = requests.send_request(
            account=ALICE, content=content, contract=CONTRACT, message=HELLO, attachments=[A_PDF]
        )

        assert reference == FIRST
        request = world.kept.requests.of(reference)
        assert (request.state, request.account) == (RequestState.REGISTERED, ALICE)
        assert (request.contract, request.asked_at) == (CONTRACT, NOON)
        assert world.kept.threads.contents == {reference: content}
        (message,) = world.kept.threads.messages[reference]
        assert (message.author, message.text, message.at) == (Author.SUBSCRIBER, HELLO, NOON)

    def test_is_told_and_written_down(self, world: World, requests: Requests) -> None:
        requests.send_request(account=BOB, content=SUBSCRIPTION, origin="192.0.2.7")

        assert world.kept.events == [
            RequestSent(at=NOON, reference=str(FIRST), account=str(BOB), kind="subscription")
        ]
        (entry,) = world.kept.audit.entries
        assert (entry.gesture, entry.subject) == (Gesture.REQUEST_SENT, str(FIRST))
        assert entry.origin == "192.0.2.7"

    def test_needs_no_contract(self, world: World, requests: Requests) -> None:
        reference = requests.send_request(account=BOB, content=SUBSCRIPTION)

        assert world.kept.requests.of(reference).kind is RequestKind.SUBSCRIPTION
        assert world.kept.threads.messages == {}

    def test_says_something_when_its_kind_says_little(self, requests: Requests) -> None:
        for content in (LEAK, OTHER):
            with pytest.raises(AnswerMissing):
                requests.send_request(account=ALICE, content=content, contract=CONTRACT)

    def test_is_about_a_contract_of_ones_own(self, world: World, requests: Requests) -> None:
        with pytest.raises(ContractNotFound):
            requests.send_request(account=BOB, content=OTHER, contract=CONTRACT, message=HELLO)

        assert world.kept.requests.kept == {}

    def test_is_about_days_that_can_be(self, requests: Requests) -> None:
        later = attrs.evolve(SUBSCRIPTION, move_in_on=date(2028, 1, 1))

        with pytest.raises(DayTooFarAhead):
            requests.send_request(account=ALICE, content=later)


class TestATermination:
    def test_ends_a_contract(self, requests: Requests) -> None:
        with pytest.raises(ContractMissing):
            requests.send_request(account=ALICE, content=TERMINATION)

    def test_of_what_has_ended_is_refused(self, world: World, requests: Requests) -> None:
        world.know(a_tenure(until="2026-11-22"))

        with pytest.raises(ContractEnded):
            requests.send_request(account=ALICE, content=TERMINATION, contract=CONTRACT)


class TestAFormSentTwice:
    def test_is_one_request_with_one_set_of_files(
        self, world: World, requests: Requests, surroundings: Surroundings
    ) -> None:
        for _ in range(2):
            reference = requests.send_request(
                account=ALICE, content=OTHER, message=HELLO, attachments=[A_PDF], submission=FORM
            )
            assert reference == FIRST

        assert len(world.kept.requests.kept) == 1
        assert len(surroundings.attachments.kept) == 1
        assert len(world.kept.audit.entries) == 1

    @pytest.mark.parametrize(
        "other",
        [
            {"content": attrs.evolve(OTHER, subject="Autre chose")},
            {"attachments": [attrs.evolve(A_PDF, content=b"%PDF-1.7 else")]},
            {"message": None, "content": SUBSCRIPTION},
        ],
    )
    def test_with_other_answers_is_refused(
        self,
        requests: Requests,
        surroundings: Surroundings,
        other: dict[str, object],
    ) -> None:
        said: dict[str, object] = {"content": OTHER, "message": HELLO, "attachments": [A_PDF]}
        requests.send_request(account=ALICE, submission=FORM, **said)  # type: ignore[arg-type]

        with pytest.raises(SubmissionReused):
            requests.send_request(account=ALICE, submission=FORM, **{**said, **other})  # type: ignore[arg-type]

        assert len(surroundings.attachments.kept) == 1


class TestTenRequestsADay:
    def test_are_enough(self, requests: Requests, surroundings: Surroundings) -> None:
        for _ in range(10):
            requests.send_request(account=BOB, content=SUBSCRIPTION)

        with pytest.raises(TooManyAttempts):
            requests.send_request(account=BOB, content=SUBSCRIPTION)
        requests.send_request(account=ALICE, content=SUBSCRIPTION)
        surroundings.clock.advance(timedelta(days=1))
        requests.send_request(account=BOB, content=SUBSCRIPTION)

    def test_do_not_keep_the_tenth_from_being_sent_again(self, requests: Requests) -> None:
        for _ in range(9):
            requests.send_request(account=BOB, content=SUBSCRIPTION)

        tenth = requests.send_request(account=BOB, content=SUBSCRIPTION, submission=FORM)

        again = requests.send_request(account=BOB, content=SUBSCRIPTION, submission=FORM)
        assert again == tenth

    def test_counts_none_that_was_refused(self, requests: Requests) -> None:
        for _ in range(12):
            with pytest.raises(ContractNotFound):
                requests.send_request(account=BOB, content=SUBSCRIPTION, contract=CONTRACT)

        assert requests.send_request(account=BOB, content=SUBSCRIPTION) == FIRST


class TestWhatIsAttached:
    def test_is_kept_under_a_clean_name(
        self, world: World, requests: Requests, surroundings: Surroundings
    ) -> None:
        requests.send_request(account=ALICE, content=SUBSCRIPTION, attachments=[A_PDF])

        (message,) = world.kept.threads.messages[FIRST]
        (attachment,) = message.attachments
        assert message.text is None
        assert attachment.name.text == "Attestation du plombier.pdf"
        assert surroundings.attachments.kept[attachment.key] != A_PDF.content

    def test_is_three_files_at_most(self, requests: Requests, surroundings: Surroundings) -> None:
        with pytest.raises(TooManyAttachments):
            requests.send_request(account=ALICE, content=SUBSCRIPTION, attachments=[A_PDF] * 4)

        assert surroundings.attachments.kept == {}

    def test_is_refused_by_its_name(self, world: World, requests: Requests) -> None:
        with pytest.raises(AttachmentRefused) as refusal:
            requests.send_request(
                account=ALICE,
                content=SUBSCRIPTION,
                attachments=[A_PDF, SentFile(name="x.exe", content=b"MZ")],
            )

        assert refusal.value.name == "x.exe"
        assert world.kept.requests.kept == {}

    def test_leaves_nothing_behind_when_the_request_is_refused(
        self, requests: Requests, surroundings: Surroundings
    ) -> None:
        with pytest.raises(ContractNotFound):
            requests.send_request(
                account=BOB, content=SUBSCRIPTION, contract=CONTRACT, attachments=[A_PDF]
            )

        assert surroundings.attachments.handed_out == 1
        assert surroundings.attachments.kept == {}

    def test_has_no_room_without_end(
        self, world: World, requests: Requests, surroundings: Surroundings
    ) -> None:
        reference = requests.send_request(account=ALICE, content=SUBSCRIPTION)
        heavy = an_attachment(9, size=ATTACHED_MOST_MIB * 2**20 - 10)
        with world.begin() as work:
            work.threads.add(reference, a_message(attachments=(heavy,)))

        with pytest.raises(AttachmentsFull):
            requests.send_request(account=ALICE, content=SUBSCRIPTION, attachments=[A_PDF])

        assert surroundings.attachments.kept == {}
        requests.send_request(account=BOB, content=SUBSCRIPTION, attachments=[A_PDF])

    def test_that_cannot_be_written_leaves_no_request(
        self, world: World, requests: Requests, surroundings: Surroundings
    ) -> None:
        surroundings.attachments.is_full = True

        with pytest.raises(AttachmentsUnavailable):
            requests.send_request(account=ALICE, content=SUBSCRIPTION, attachments=[A_PDF])

        assert world.kept.requests.kept == {}
