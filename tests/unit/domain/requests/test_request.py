import pytest

from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.request import (
    RequestCannotBecome,
    RequestDecidedElsewhere,
    RequestNotCancellable,
    RequestState,
    RequestTakesNoMessage,
    ServiceRequest,
)
from tests.support.builders.accounts import NOON
from tests.support.builders.requests import a_request


def another(*states: RequestState) -> ServiceRequest:
    """Return a request of the kind `OTHER` that came this far."""
    request = a_request(kind=RequestKind.OTHER)
    for state in states:
        request = request.become(state, at=NOON)
    return request


class TestAnAnswer:
    def test_to_what_nobody_began_begins_it_first(self) -> None:
        answered = another(RequestState.EXPORTED).answered(at=NOON)

        assert [step.state for step in answered.steps[1:]] == [
            RequestState.EXPORTED,
            RequestState.IN_PROGRESS,
            RequestState.AWAITING_SUBSCRIBER,
        ]

    def test_after_an_answer_changes_nothing(self) -> None:
        answered = another().answered(at=NOON)

        assert answered.answered(at=NOON) == answered

    def test_to_what_is_closed_leaves_it_closed(self) -> None:
        closed = another(RequestState.DONE)

        assert closed.answered(at=NOON) == closed


class TestAReply:
    @pytest.mark.parametrize("closed", [RequestState.DONE, RequestState.REFUSED])
    def test_opens_again_what_was_closed(self, closed: RequestState) -> None:
        assert another(closed).replied(at=NOON).state is RequestState.IN_PROGRESS

    def test_to_what_was_cancelled_is_refused(self) -> None:
        cancelled = another().cancelled(at=NOON)

        with pytest.raises(RequestTakesNoMessage):
            cancelled.replied(at=NOON)

    @pytest.mark.parametrize(
        "kind", [RequestKind.READING, RequestKind.LINK, RequestKind.LINK_DISPUTE]
    )
    def test_is_for_conversations(self, kind: RequestKind) -> None:
        request = a_request(kind=kind)

        assert not request.takes_messages
        with pytest.raises(RequestTakesNoMessage):
            request.replied(at=NOON)


class TestCancelling:
    @pytest.mark.parametrize("state", [RequestState.EXPORTED, RequestState.IN_PROGRESS])
    def test_is_too_late_once_the_service_has_it(self, state: RequestState) -> None:
        with pytest.raises(RequestNotCancellable):
            another(state).cancelled(at=NOON)

    def test_a_reading_is_no_way_to_take_it_back(self) -> None:
        assert not a_request().may_be_cancelled
        with pytest.raises(RequestNotCancellable):
            a_request().cancelled(at=NOON)


class TestAReading:
    def test_that_staff_looked_at_may_leave_or_be_replaced(self) -> None:
        looked_at = a_request().become(RequestState.IN_PROGRESS, at=NOON)

        for state in (RequestState.EXPORTED, RequestState.CANCELLED):
            assert looked_at.become(state, at=NOON).state is state

    def test_is_decided_elsewhere(self) -> None:
        with pytest.raises(RequestDecidedElsewhere):
            a_request().decided(RequestState.DONE, at=NOON)

    def test_that_is_done_stays_done(self) -> None:
        with pytest.raises(RequestCannotBecome):
            a_request().become(RequestState.DONE, at=NOON).become(RequestState.IN_PROGRESS, at=NOON)


@pytest.mark.parametrize("kind", [RequestKind.PAYMENT_MODE, RequestKind.BANK_DETAILS])
class TestAChangeOfPayment:
    def test_is_decided_step_by_step_elsewhere(self, kind: RequestKind) -> None:
        for state in (RequestState.IN_PROGRESS, RequestState.DONE, RequestState.REFUSED):
            with pytest.raises(RequestDecidedElsewhere):
                a_request(kind=kind).decided(state, at=NOON)

    def test_is_taken_back_elsewhere(self, kind: RequestKind) -> None:
        with pytest.raises(RequestNotCancellable):
            a_request(kind=kind).cancelled(at=NOON)
