from datetime import date
from uuid import UUID

import attrs
import pytest

from siegvo.application.metering.bundle import Metering
from siegvo.application.ports.photos import PhotoRefused
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.application.repositories.submissions import SubmissionReused
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.tenure import ContractEnded
from siegvo.domain.metering.choice import MeterNotChosen, MeterNotServing, NoMeterInService
from siegvo.domain.metering.confirmation import ReadingToConfirm
from siegvo.domain.metering.events import ReadingSubmitted
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.sent_reading import Review
from siegvo.domain.metering.submission import IndexBelowPrevious, ReadingAlreadyKnown
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, BOB, NOON
from tests.support.builders.contracts import CONTRACT, a_link, a_tenure
from tests.support.in_memory.world import World
from tests.support.meters import SERIAL, a_meter, a_reading, showing
from tests.support.outside import Surroundings

TODAY = date(2026, 11, 23)
FIRST, SECOND = RequestReference(2026, 1), RequestReference(2026, 2)
FORM = UUID(int=7)
PICTURE = b"\xff\xd8\xff a picture"


def send(
    metering: Metering,
    index: int,
    *,
    holder: AccountId = ALICE,
    on: date = TODAY,
    meter: str | None = None,
    confirmed: bool = False,
    photo: bytes | None = None,
    submission: UUID | None = None,
) -> RequestReference:
    return metering.submit_reading(
        holder=holder,
        contract=CONTRACT,
        index=MeterIndex(index),
        taken_on=on,
        meter=meter,
        confirmed=confirmed,
        photo=photo,
        submission=submission,
    )


class TestSubmittingAReading:
    def test_keeps_it_as_a_numbered_request(self, network: World, metering: Metering) -> None:
        reference = send(metering, 265)

        assert reference == FIRST
        sent = network.kept.sent_readings.of(FIRST)
        assert (sent.reading.index, sent.reading.taken_on) == (MeterIndex(265), TODAY)
        assert (sent.serial, sent.drawn_m3, sent.review) == (SERIAL, 65, Review.NONE)
        request = network.kept.requests.of(FIRST)
        assert (request.account, request.state) == (ALICE, RequestState.REGISTERED)

    def test_announces_it(self, network: World, metering: Metering) -> None:
        send(metering, 265)

        assert network.kept.events == [
            ReadingSubmitted(
                at=NOON,
                reference="D-2026-000001",
                account=str(ALICE),
                contract=str(CONTRACT),
                serial=SERIAL,
                cubic_metres=265,
                taken_on=TODAY,
                to_review=False,
            )
        ]

    def test_lets_it_be_lower_than_an_estimate(self, metering: Metering) -> None:
        assert send(metering, 240) == FIRST

    def test_leaves_no_trace_when_the_meter_refuses(
        self, network: World, metering: Metering
    ) -> None:
        with pytest.raises(IndexBelowPrevious):
            send(metering, 199)

        assert not network.kept.events
        assert not network.kept.sent_readings.kept

    def test_knows_nothing_of_other_peoples_contracts(self, metering: Metering) -> None:
        with pytest.raises(ContractNotFound):
            send(metering, 265, holder=BOB)

    def test_is_not_awaited_of_a_contract_that_ended(
        self, world: World, surroundings: Surroundings
    ) -> None:
        world.know(a_tenure(until="2026-06-30"), a_meter(a_reading(200, "2026-06-10")))
        with world.begin() as work:
            work.links.add(a_link(ALICE))

        with pytest.raises(ContractEnded):
            send(Metering.on(surroundings.around(world)), 265)


class TestSubmittingItAgain:
    def test_with_the_same_index_is_submitting_it_once(
        self, network: World, metering: Metering
    ) -> None:
        assert send(metering, 265) == send(metering, 265)
        assert len(network.kept.events) == 1

    def test_with_another_index_replaces_it(self, network: World, metering: Metering) -> None:
        send(metering, 265)

        assert send(metering, 256) == SECOND
        assert network.kept.sent_readings.of(FIRST).review is Review.REPLACED
        assert network.kept.requests.of(FIRST).state is RequestState.CANCELLED

    def test_does_not_take_back_what_was_exported(self, network: World, metering: Metering) -> None:
        send(metering, 265)
        with network.begin() as work:
            sent = work.sent_readings.of(FIRST)
            work.sent_readings.save(attrs.evolve(sent, exported_at=NOON))

        send(metering, 256)

        assert network.kept.sent_readings.of(FIRST).review is Review.NONE

    def test_by_another_account_of_the_payer_is_known_already(
        self, network: World, metering: Metering
    ) -> None:
        with network.begin() as work:
            work.links.add(a_link(BOB))
        send(metering, 265)

        with pytest.raises(ReadingAlreadyKnown):
            send(metering, 265, holder=BOB)

    def test_on_a_later_day_may_not_be_lower(self, metering: Metering) -> None:
        send(metering, 265, on=date(2026, 11, 20))

        with pytest.raises(IndexBelowPrevious):
            send(metering, 264)

    def test_by_a_double_click_has_one_effect_and_one_answer(
        self, network: World, metering: Metering
    ) -> None:
        twice = [send(metering, 265, submission=FORM) for _ in range(2)]

        assert twice == [FIRST, FIRST]
        assert len(network.kept.events) == 1

    def test_with_the_same_form_and_other_answers_is_refused(self, metering: Metering) -> None:
        send(metering, 265, submission=FORM)

        with pytest.raises(SubmissionReused):
            send(metering, 270, submission=FORM)


class TestAnImplausibleReading:
    def test_is_asked_about_first(self, network: World, metering: Metering) -> None:
        with pytest.raises(ReadingToConfirm) as asked:
            send(metering, 900)

        assert (asked.value.drawn, asked.value.days) == (700, 166)
        assert not network.kept.sent_readings.kept

    def test_waits_for_staff_once_confirmed(self, network: World, metering: Metering) -> None:
        send(metering, 900, confirmed=True)

        assert network.kept.sent_readings.of(FIRST).review is Review.AWAITED
        assert network.kept.requests.of(FIRST).state is RequestState.IN_PROGRESS

    def test_does_not_bind_the_next_one(self, metering: Metering) -> None:
        send(metering, 900, on=date(2026, 11, 20), confirmed=True)

        assert send(metering, 265, on=date(2026, 11, 20)) == SECOND


class TestChoosingTheMeter:
    @pytest.fixture
    def two_meters(self, network: World) -> None:
        network.know(a_meter(a_reading(40, "2026-06-10"), serial="GARDEN"))

    @pytest.mark.usefixtures("two_meters")
    def test_is_asked_for_when_there_are_several(self, metering: Metering) -> None:
        with pytest.raises(MeterNotChosen):
            send(metering, 45)

    @pytest.mark.usefixtures("two_meters")
    def test_reads_the_one_that_was_named(self, network: World, metering: Metering) -> None:
        send(metering, 45, meter="GARDEN")

        assert network.kept.sent_readings.of(FIRST).serial == "GARDEN"

    def test_refuses_one_that_serves_another_contract(self, metering: Metering) -> None:
        with pytest.raises(MeterNotServing):
            send(metering, 265, meter="ELSEWHERE")

    def test_is_impossible_without_any(self, world: World, surroundings: Surroundings) -> None:
        removed = a_meter(removed=showing(200, "2026-06-10"))
        world.know(a_tenure(), removed)
        with world.begin() as work:
            work.links.add(a_link(ALICE))

        with pytest.raises(NoMeterInService):
            send(Metering.on(surroundings.around(world)), 265)


class TestAPhoto:
    def test_is_kept_with_the_reading(self, network: World, metering: Metering) -> None:
        send(metering, 265, photo=b"\xff\xd8\xff a picture")

        assert network.kept.sent_readings.of(FIRST).photo

    def test_that_cannot_be_drawn_leaves_no_trace(self, network: World, metering: Metering) -> None:
        with pytest.raises(PhotoRefused):
            send(metering, 265, photo=b"no picture")

        assert not network.kept.sent_readings.kept

    def test_is_kept_only_once_however_often_the_form_comes(
        self, network: World, metering: Metering, surroundings: Surroundings
    ) -> None:
        for _ in range(3):
            send(metering, 265, photo=PICTURE, submission=FORM)
        send(metering, 265, photo=PICTURE)

        assert surroundings.photos.kept == [PICTURE]
        assert network.kept.sent_readings.of(FIRST).photo

    def test_of_a_reading_that_is_refused_is_not_kept(
        self, metering: Metering, surroundings: Surroundings
    ) -> None:
        with pytest.raises(ContractNotFound):
            send(metering, 265, holder=BOB, photo=PICTURE)

        assert surroundings.photos.kept == []


class TestAPredecessor:
    def test_is_neither_compared_with_nor_quoted(
        self, world: World, surroundings: Surroundings
    ) -> None:
        """The newcomer may send less than the predecessor's last index: it is not theirs."""
        world.know(
            a_tenure(payer="R0001", since="2015-01-01", until="2026-06-30"),
            a_tenure(since="2026-07-01"),
            a_meter(a_reading(5000, "2026-06-10")),
        )
        with world.begin() as work:
            work.links.add(a_link(ALICE))

        reference = send(Metering.on(surroundings.around(world)), 4990, confirmed=True)

        assert world.kept.sent_readings.of(reference).drawn_m3 == 4990
