"""What the law wants to see before a bill is capped."""

from datetime import date, timedelta

import attrs
import pytest

from siegvo.domain.policy import LEAK_BACK
from siegvo.domain.requests.asked import AnswerTooLong
from siegvo.domain.requests.cap_claim import (
    CapClaim,
    CapWay,
    CertificateMissing,
    ClaimWithoutContract,
    RepairNotTold,
)
from siegvo.domain.requests.days import DayNotPassedYet, DayTooLongAgo
from tests.support.builders.contracts import CONTRACT
from tests.support.builders.threads import CAP_CLAIM

TODAY = date(2026, 11, 23)
TEST = CapClaim(way=CapWay.METER_TEST)


class TestACertificate:
    def test_tells_the_place_of_the_leak_and_the_day_of_its_repair(self) -> None:
        CAP_CLAIM.check(contract=CONTRACT, today=TODAY)

    @pytest.mark.parametrize(
        "claim",
        [attrs.evolve(CAP_CLAIM, leak_place=None), attrs.evolve(CAP_CLAIM, repaired_on=None)],
    )
    def test_is_refused_without_one_of_them(self, claim: CapClaim) -> None:
        with pytest.raises(RepairNotTold):
            claim.check(contract=CONTRACT, today=TODAY)

    def test_is_attached(self) -> None:
        CAP_CLAIM.check_certificate(is_attached=True)

        with pytest.raises(CertificateMissing):
            CAP_CLAIM.check_certificate(is_attached=False)

    def test_is_about_a_repair_that_was_made(self) -> None:
        tomorrow = attrs.evolve(CAP_CLAIM, repaired_on=TODAY + timedelta(days=1))

        with pytest.raises(DayNotPassedYet):
            tomorrow.check(contract=CONTRACT, today=TODAY)

    def test_is_about_a_repair_not_too_long_ago(self) -> None:
        long_ago = attrs.evolve(CAP_CLAIM, repaired_on=TODAY - LEAK_BACK - timedelta(days=1))

        with pytest.raises(DayTooLongAgo):
            long_ago.check(contract=CONTRACT, today=TODAY)

    def test_says_where_in_a_line(self) -> None:
        with pytest.raises(AnswerTooLong):
            attrs.evolve(CAP_CLAIM, leak_place="x" * 201)


class TestATestOfTheMeter:
    def test_needs_nothing_more(self) -> None:
        TEST.check(contract=CONTRACT, today=TODAY)
        TEST.check_certificate(is_attached=False)


class TestAClaim:
    @pytest.mark.parametrize("claim", [CAP_CLAIM, TEST])
    def test_is_made_for_a_contract(self, claim: CapClaim) -> None:
        with pytest.raises(ClaimWithoutContract):
            claim.check(contract=None, today=TODAY)
