from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from siegvo.application.exchange.bundle import Exchange
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.metering.sent_reading import Review, SentReading
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import NOON, an_account
from tests.support.builders.contracts import a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.in_memory.world import World


class DiskFull(Exception):
    """Nothing more can be written."""


def _full_disk(readings: Sequence[SentReading]) -> None:
    raise DiskFull(len(readings))


@pytest.fixture(autouse=True)
def _sent(world: World) -> None:
    world.know(a_tenure(), a_meter_on())
    with world.begin() as work:
        work.accounts.add(an_account())
        for sent in (
            a_sent_reading(1),
            a_sent_reading(2, review=Review.AWAITED),
            a_sent_reading(3, review=Review.ACCEPTED),
            a_sent_reading(4, review=Review.REFUSED),
        ):
            work.requests.add(a_request(sent.reference.rank))
            work.sent_readings.add(sent)


class TestExportReadings:
    def test_hands_over_what_is_accepted_and_marks_it(
        self, world: World, exchange: Exchange
    ) -> None:
        handed: list[SentReading] = []

        count = exchange.export_readings(since=None, hand_over=handed.extend)

        assert count == 2
        assert handed == [a_sent_reading(1), a_sent_reading(3, review=Review.ACCEPTED)]
        for sent in handed:
            assert world.kept.sent_readings.of(sent.reference).exported_at == NOON
            assert world.kept.requests.of(sent.reference).state is RequestState.EXPORTED

    def test_hands_over_nothing_twice(self, exchange: Exchange) -> None:
        exchange.export_readings(since=None, hand_over=len)

        assert exchange.export_readings(since=None, hand_over=len) == 0

    def test_hands_over_again_what_left_since_a_day(self, world: World, exchange: Exchange) -> None:
        exchange.export_readings(since=None, hand_over=len)
        before = world.kept.requests

        assert exchange.export_readings(since=date(2026, 11, 23), hand_over=len) == 2
        assert exchange.export_readings(since=date(2026, 11, 24), hand_over=len) == 0
        assert world.kept.requests == before

    def test_marks_nothing_that_could_not_be_written(
        self, world: World, exchange: Exchange
    ) -> None:
        before = world.kept

        with pytest.raises(DiskFull):
            exchange.export_readings(since=None, hand_over=_full_disk)

        assert world.kept == before

    def test_leaves_a_request_alone_that_ended_meanwhile(
        self, world: World, exchange: Exchange
    ) -> None:
        later = NOON + timedelta(minutes=1)

        def closing(readings: Sequence[SentReading]) -> None:
            with world.begin() as work:
                request = work.requests.of(readings[0].reference)
                work.requests.save(request.become(RequestState.DONE, at=later))

        exchange.export_readings(since=None, hand_over=closing)

        assert world.kept.requests.of(a_request(1).reference).state is RequestState.DONE

    def test_is_written_down(self, world: World, exchange: Exchange) -> None:
        clerk = Actor.staff("odile")

        exchange.export_readings(since=None, hand_over=len, actor=clerk)

        assert world.kept.audit.entries == [
            Entry(
                at=NOON,
                actor=clerk,
                gesture=Gesture.READINGS_EXPORTED,
                subject="2 readings, 2 for the first time",
            )
        ]
