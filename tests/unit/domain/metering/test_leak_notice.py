"""A notice of abnormal consumption, and the month it opens."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.kernel.months import months_after
from siegvo.domain.metering.leak_notice import NoticeState
from siegvo.domain.requests.cap_claim import CapWay
from tests.support.builders.leaks import a_claim, a_notice
from tests.support.meters import day

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))


class TestTheDelay:
    @pytest.mark.parametrize(
        ("told_on", "claim_by"),
        [
            ("2026-11-23", "2026-12-23"),
            ("2026-12-05", "2027-01-05"),
            ("2027-01-31", "2027-02-28"),
            ("2028-01-31", "2028-02-29"),
            ("2027-02-28", "2027-03-28"),
            ("2026-10-31", "2026-11-30"),
        ],
    )
    def test_is_a_calendar_month_from_the_notice(self, told_on: str, claim_by: str) -> None:
        assert a_notice(told_on=told_on).claim_by == day(claim_by)

    @given(DAYS)
    def test_is_never_shorter_than_a_february_nor_longer_than_a_month(self, told_on: date) -> None:
        assert 28 <= (months_after(told_on, 1) - told_on).days <= 31

    @given(DAYS, DAYS)
    def test_of_who_is_told_later_does_not_end_sooner(self, one: date, other: date) -> None:
        earlier, later = sorted([one, other])

        assert months_after(earlier, 1) <= months_after(later, 1)

    def test_of_a_letter_on_paper_is_for_staff_to_know(self) -> None:
        assert a_notice(by_mail=False).claim_by is None


class TestANotice:
    def test_is_told_until_the_last_day_of_its_delay(self) -> None:
        notice = a_notice(told_on="2026-11-23")

        assert notice.state_on(day("2026-12-23")) is NoticeState.TOLD
        assert notice.state_on(day("2026-12-24")) is NoticeState.EXPIRED

    def test_waits_for_staff_where_nobody_could_be_told(self) -> None:
        assert a_notice(by_mail=False).state_on(day("2027-06-01")) is NoticeState.TO_POST

    @pytest.mark.parametrize(
        ("way", "state"),
        [
            (CapWay.CERTIFICATE, NoticeState.CERTIFICATE_RECEIVED),
            (CapWay.METER_TEST, NoticeState.METER_TEST_ASKED),
        ],
    )
    def test_turns_when_a_claim_comes_in_time(self, way: CapWay, state: NoticeState) -> None:
        notice = a_notice(told_on="2026-11-23").claimed(a_claim(way, on="2026-12-23"))

        assert notice.state_on(day("2027-02-01")) is state

    def test_does_not_turn_when_a_claim_comes_too_late(self) -> None:
        notice = a_notice(told_on="2026-11-23")

        assert notice.claimed(a_claim(on="2026-12-24")) == notice

    def test_that_was_posted_turns_whenever_a_claim_comes(self) -> None:
        notice = a_notice(by_mail=False).claimed(a_claim(on="2027-03-01"))

        assert notice.state_on(day("2027-03-02")) is NoticeState.CERTIFICATE_RECEIVED

    def test_takes_a_certificate_after_a_meter_test(self) -> None:
        tested = a_notice().claimed(a_claim(CapWay.METER_TEST, number=1))

        assert tested.claimed(a_claim(number=2)).claim == a_claim(number=2)

    def test_keeps_a_certificate_when_a_meter_test_is_asked_after(self) -> None:
        certified = a_notice().claimed(a_claim(number=1))

        assert certified.claimed(a_claim(CapWay.METER_TEST, number=2)) == certified

    def test_is_shown_for_half_a_year(self) -> None:
        notice = a_notice(told_on="2026-11-23")

        assert notice.is_shown_on(day("2027-05-22"))
        assert not notice.is_shown_on(day("2027-05-23"))
