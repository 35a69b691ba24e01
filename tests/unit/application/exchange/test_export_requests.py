from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from siegvo.application.exchange.bundle import Exchange
from siegvo.application.readers.requests import LeavingRequest
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import NOON, an_account
from tests.support.builders.requests import a_request
from tests.support.builders.threads import LEAK, OTHER
from tests.support.in_memory.world import World

FIRST, SECOND = RequestReference(2026, 1), RequestReference(2026, 2)


class DiskFull(Exception):
    """Nothing more can be written."""


def _full_disk(requests: Sequence[LeavingRequest]) -> None:
    raise DiskFull(len(requests))


@pytest.fixture(autouse=True)
def _asked(world: World) -> None:
    with world.begin() as work:
        work.accounts.add(an_account())
        work.requests.add(a_request(1, kind=RequestKind.OTHER))
        work.threads.open(FIRST, OTHER)
        work.requests.add(a_request(2, kind=RequestKind.LEAK, at=NOON + timedelta(hours=1)))
        work.threads.open(SECOND, LEAK)
        work.requests.add(a_request(3, kind=RequestKind.E_INVOICE))


class TestExportRequests:
    def test_hands_over_what_is_registered_and_marks_it(
        self, world: World, exchange: Exchange
    ) -> None:
        handed: list[LeavingRequest] = []

        count = exchange.export_requests(
            since=None, hand_over=handed.extend, actor=Actor.staff("nuit")
        )

        assert count == 2
        assert [each.reference for each in handed] == [FIRST, SECOND]
        assert world.kept.requests.of(FIRST).state is RequestState.EXPORTED
        assert world.kept.requests.of(RequestReference(2026, 3)).state is RequestState.REGISTERED
        (entry,) = world.kept.audit.entries
        assert entry.gesture is Gesture.REQUESTS_EXPORTED
        assert entry.subject == "2 requests, 2 for the first time"

    def test_hands_over_nothing_the_second_time(self, world: World, exchange: Exchange) -> None:
        exchange.export_requests(since=None, hand_over=len)

        assert exchange.export_requests(since=None, hand_over=len) == 0
        assert len(world.kept.audit.entries) == 1

    def test_hands_over_again_what_left_since_a_day(self, exchange: Exchange) -> None:
        exchange.export_requests(since=None, hand_over=len)

        assert exchange.export_requests(since=date(2026, 11, 23), hand_over=len) == 2
        assert exchange.export_requests(since=date(2026, 11, 24), hand_over=len) == 0

    def test_marks_nothing_that_could_not_be_written(
        self, world: World, exchange: Exchange
    ) -> None:
        with pytest.raises(DiskFull):
            exchange.export_requests(since=None, hand_over=_full_disk)

        assert world.kept.requests.of(FIRST).state is RequestState.REGISTERED

    def test_leaves_alone_what_somebody_moved_meanwhile(
        self, world: World, exchange: Exchange
    ) -> None:
        def cancel_the_first(_: Sequence[LeavingRequest]) -> None:
            with world.begin() as work:
                work.requests.save(work.requests.of(FIRST).cancelled(at=NOON))

        exchange.export_requests(since=None, hand_over=cancel_the_first)

        assert world.kept.requests.of(FIRST).state is RequestState.CANCELLED
        assert world.kept.requests.of(SECOND).state is RequestState.EXPORTED
