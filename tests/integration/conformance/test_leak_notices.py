"""What every implementation of `LeakNotices` promises."""

import pytest

from siegvo.domain.metering.leak_notice import LeakNotice
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, NOON, an_account
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_tenure
from tests.support.builders.leaks import a_claim, a_notice, an_abnormal_consumption, another
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request
from tests.support.meters import SERIAL, day
from tests.support.store import Store

NOTICE = a_notice()
EARLIER = a_notice(an_abnormal_consumption(first="2025-11-09", last="2026-05-10"))


@pytest.fixture(autouse=True)
def _network(store: Store) -> None:
    store.know(
        a_tenure(),
        a_tenure("4002", payer="R77"),
        a_meter_on(),
        a_meter_on(serial="H25LA004128"),
        a_meter_on("4002", serial="H25LA004129"),
    )
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.requests.add(a_request(123))


def _tell(store: Store, *notices: LeakNotice) -> list[bool]:
    with store.begin() as work:
        return [work.leak_notices.add(notice) for notice in notices]


def _told(store: Store) -> tuple[LeakNotice, ...]:
    with store.look() as readers:
        return readers.leak_notices.of(CONTRACT, MARCHAL)


def test_a_notice_is_kept_as_it_was_told(store: Store) -> None:
    notice = a_notice(by_mail=False, claim=a_claim())

    assert _tell(store, NOTICE, another(notice, serial="H25LA004128")) == [True, True]

    assert _told(store) == (NOTICE, another(notice, serial="H25LA004128"))


def test_a_notice_is_told_once(store: Store) -> None:
    assert _tell(store, NOTICE) == [True]
    assert _tell(store, a_notice(told_on="2026-11-24")) == [False]

    assert _told(store) == (NOTICE,)


def test_the_newest_comes_first(store: Store) -> None:
    _tell(store, EARLIER, NOTICE)

    assert _told(store) == (NOTICE, EARLIER)


def test_what_was_told_to_others_is_not_theirs(store: Store) -> None:
    elsewhere = an_abnormal_consumption(number="4002", serial="H25LA004129")
    _tell(store, a_notice(elsewhere, payer="R77"))

    assert _told(store) == ()


def test_what_was_told_of_a_meter_has_a_last_day(store: Store) -> None:
    _tell(store, NOTICE, EARLIER)

    with store.look() as readers:
        assert readers.leak_notices.told_until(SERIAL) == day("2026-11-09")
        assert readers.leak_notices.told_until("H25LA004128") is None


def test_a_claim_is_kept(store: Store) -> None:
    _tell(store, NOTICE, EARLIER)

    with store.begin() as work:
        work.leak_notices.save(NOTICE.claimed(a_claim()))

    assert _told(store) == (NOTICE.claimed(a_claim()), EARLIER)


def test_a_claim_that_was_cancelled_is_none(store: Store) -> None:
    _tell(store, a_notice(claim=a_claim()))

    with store.begin() as work:
        request = work.requests.of(a_claim().reference)
        work.requests.save(request.become(RequestState.CANCELLED, at=NOON))

    assert _told(store) == (NOTICE,)
