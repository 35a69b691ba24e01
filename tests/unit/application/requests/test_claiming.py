from datetime import timedelta

import pytest

from siegvo.application.requests.bundle import Requests
from siegvo.domain.metering.leak_notice import LeakNotice, NoticeState
from siegvo.domain.requests.cap_claim import (
    CapClaim,
    CapWay,
    CertificateMissing,
    ClaimWithoutContract,
    RepairNotTold,
)
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.accounts import ALICE, BOB
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_link, a_tenure
from tests.support.builders.leaks import a_notice
from tests.support.builders.metering import a_meter_on
from tests.support.builders.threads import A_PDF, CAP_CLAIM
from tests.support.in_memory.world import World
from tests.support.meters import day
from tests.support.outside import Surroundings

TEST = CapClaim(way=CapWay.METER_TEST)


@pytest.fixture(autouse=True)
def _notice(world: World, requests: Requests) -> None:
    del requests
    world.know(a_meter_on(), a_tenure("4002", payer="R77"))
    with world.begin() as work:
        work.leak_notices.add(a_notice())
        work.links.add(a_link(BOB, payer="R77", proved_by="4002"))


def _told(world: World) -> LeakNotice:
    (notice,) = world.kept.leak_notices.of(CONTRACT, MARCHAL)
    return notice


def _send(requests: Requests, content: CapClaim = CAP_CLAIM) -> RequestReference:
    return requests.send_request(
        account=ALICE, content=content, contract=CONTRACT, attachments=[A_PDF]
    )


class TestACertificate:
    def test_turns_the_notice(self, world: World, requests: Requests) -> None:
        reference = _send(requests)

        notice = _told(world)
        assert notice.state_on(day("2026-11-23")) is NoticeState.CERTIFICATE_RECEIVED
        assert notice.claim
        assert (notice.claim.reference, notice.claim.on) == (reference, day("2026-11-23"))

    def test_that_comes_too_late_is_a_request_and_no_more(
        self, world: World, requests: Requests, surroundings: Surroundings
    ) -> None:
        surroundings.clock.advance(timedelta(days=31))

        reference = _send(requests)

        assert world.kept.requests.of(reference).kind is RequestKind.LEAK
        assert _told(world).claim is None

    def test_is_refused_when_it_is_not_attached(self, world: World, requests: Requests) -> None:
        with pytest.raises(CertificateMissing):
            requests.send_request(account=ALICE, content=CAP_CLAIM, contract=CONTRACT)

        assert world.kept.requests.kept == {}

    def test_is_refused_without_what_it_says(self, requests: Requests) -> None:
        with pytest.raises(RepairNotTold):
            _send(requests, CapClaim(way=CapWay.CERTIFICATE))

    def test_is_refused_without_a_contract(self, requests: Requests) -> None:
        with pytest.raises(ClaimWithoutContract):
            requests.send_request(account=ALICE, content=CAP_CLAIM, attachments=[A_PDF])

    def test_of_another_contract_turns_nothing(self, world: World, requests: Requests) -> None:
        other = a_tenure("4002", payer="R77").contract

        requests.send_request(account=BOB, content=CAP_CLAIM, contract=other, attachments=[A_PDF])

        assert _told(world).claim is None


class TestATestOfTheMeter:
    def test_turns_the_notice(self, world: World, requests: Requests) -> None:
        requests.send_request(account=ALICE, content=TEST, contract=CONTRACT)

        assert _told(world).state_on(day("2027-03-01")) is NoticeState.METER_TEST_ASKED

    def test_gives_way_to_a_certificate(self, world: World, requests: Requests) -> None:
        requests.send_request(account=ALICE, content=TEST, contract=CONTRACT)
        _send(requests)

        assert _told(world).state_on(day("2026-11-23")) is NoticeState.CERTIFICATE_RECEIVED

    def test_that_is_taken_back_leaves_the_notice_as_it_was(
        self, world: World, requests: Requests
    ) -> None:
        reference = requests.send_request(account=ALICE, content=TEST, contract=CONTRACT)

        requests.cancel_request(account=ALICE, reference=reference)

        assert _told(world) == a_notice()
