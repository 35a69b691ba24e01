from datetime import date

import pytest

from siegvo.application.metering.bundle import Metering
from siegvo.application.repositories.metering import SentReadingNotFound
from siegvo.domain.errors import Invalid
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.metering.events import ReadingReviewed
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.sent_reading import ReadingNotAwaitingReview, Review
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, NOON
from tests.support.builders.contracts import CONTRACT
from tests.support.in_memory.world import World

CLERK = Actor.staff("claire")


@pytest.fixture
def doubtful(metering: Metering) -> RequestReference:
    """Send 700 m3 more than last time, and insist."""
    return metering.submit_reading(
        holder=ALICE,
        contract=CONTRACT,
        index=MeterIndex(900),
        taken_on=date(2026, 11, 23),
        confirmed=True,
    )


class TestStaff:
    def test_see_what_waits_for_them(self, metering: Metering, doubtful: RequestReference) -> None:
        (line,) = metering.list_readings_to_review()

        assert (line.reference, line.index, line.drawn_m3) == (doubtful, MeterIndex(900), 700)
        assert line.previous
        assert line.previous.index == MeterIndex(200)

    def test_accept_a_reading_and_the_subscriber_is_told(
        self, network: World, metering: Metering, doubtful: RequestReference
    ) -> None:
        metering.accept_reading(doubtful, actor=CLERK)

        assert network.kept.sent_readings.of(doubtful).review is Review.ACCEPTED
        assert network.kept.requests.of(doubtful).state is RequestState.IN_PROGRESS
        assert network.kept.events[-1] == ReadingReviewed(
            at=NOON, reference=str(doubtful), account=str(ALICE), accepted=True, reason=None
        )
        assert not metering.list_readings_to_review()

    def test_refuse_a_reading_and_say_why(
        self, network: World, metering: Metering, doubtful: RequestReference
    ) -> None:
        metering.refuse_reading(doubtful, reason="photo floue", actor=CLERK)

        assert network.kept.sent_readings.of(doubtful).review is Review.REFUSED
        request = network.kept.requests.of(doubtful)
        assert (request.state, request.steps[-1].reason) == (RequestState.REFUSED, "photo floue")

    @pytest.mark.parametrize("reason", ["", " ", "x" * 501, "a\x00b"])
    def test_give_a_reason_that_can_be_written(
        self, metering: Metering, doubtful: RequestReference, reason: str
    ) -> None:
        with pytest.raises(Invalid):
            metering.refuse_reading(doubtful, reason=reason, actor=CLERK)

        assert [each.reference for each in metering.list_readings_to_review()] == [doubtful]

    def test_leave_their_name(
        self, network: World, metering: Metering, doubtful: RequestReference
    ) -> None:
        metering.accept_reading(doubtful, actor=CLERK)

        entry = network.kept.audit.entries[-1]
        assert (entry.actor, entry.gesture, entry.subject) == (
            CLERK,
            Gesture.READING_ACCEPTED,
            str(doubtful),
        )

    def test_decide_once(self, metering: Metering, doubtful: RequestReference) -> None:
        metering.accept_reading(doubtful, actor=CLERK)

        with pytest.raises(ReadingNotAwaitingReview):
            metering.refuse_reading(doubtful, reason="trop tard", actor=CLERK)

    def test_are_told_when_there_is_no_such_reading(self, metering: Metering) -> None:
        with pytest.raises(SentReadingNotFound):
            metering.accept_reading(RequestReference(2026, 999), actor=CLERK)
