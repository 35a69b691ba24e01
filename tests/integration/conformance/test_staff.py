"""What every implementation of `Statistics` and `UntoldEvents` promises."""

from datetime import timedelta

import pytest

from siegvo.application.readers.staff import Counts, UntoldEvent
from siegvo.domain.accounts.events import AccountActivated
from siegvo.domain.events import Event
from siegvo.domain.metering.sent_reading import Review
from tests.support.builders.accounts import ALICE, BOB, NOON, a_registration, an_account
from tests.support.builders.billing import a_collection, an_invoice, an_invoice_line
from tests.support.builders.contracts import CONTRACT, a_link, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.meters import a_reading
from tests.support.store import Store

MINUTE = timedelta(minutes=1)


def _event(minutes_ago: int) -> Event:
    account = f"asked {minutes_ago} minutes ago"
    return AccountActivated(at=NOON - minutes_ago * MINUTE, account=account)


@pytest.fixture(autouse=True)
def _events(store: Store) -> None:
    """Record four events: one told, one given up, one put off, one never tried."""
    with store.begin() as work:
        for minutes_ago in (4, 3, 2, 1):
            work.record(_event(minutes_ago))
    with store.begin() as work:
        first, second, third = (
            work.outbox.claim(owner="worker", now=NOON, until=NOON + MINUTE) for _ in range(3)
        )
        assert first
        assert second
        assert third
        work.outbox.told(first, owner="worker", at=NOON)
        work.outbox.give_up(second, owner="worker", at=NOON, why="no such mailbox")
        work.outbox.put_off(third, owner="worker", until=NOON + MINUTE, why="no answer")


def test_the_untold_are_what_waits_and_what_was_given_up(store: Store) -> None:
    with store.look() as readers:
        untold = readers.untold_events.oldest(most=10)

    assert untold == (
        _untold(3, tries=1, due=None, trouble="no such mailbox"),
        _untold(2, tries=1, due=1, trouble="no answer"),
        _untold(1, tries=0, due=-1, trouble=None),
    )


def test_the_untold_are_no_more_than_asked(store: Store) -> None:
    with store.look() as readers:
        assert len(readers.untold_events.oldest(most=2)) == 2


def test_everything_is_counted(store: Store) -> None:
    gone = a_tenure("4001", payer="BEFORE", since="2015-01-01", until="2019-12-31")
    readings = (a_reading(1100, "2026-02-10"), a_reading(1200, "2026-06-10"))
    store.know(a_tenure(), a_tenure("4001"), gone, a_meter_on(CONTRACT.digits, *readings))
    store.know(an_invoice(), an_invoice("2026-1"), an_invoice_line())
    store.know(*(a_collection(cents) for cents in (100, 200, -100)))
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.registrations.add(a_registration())
        work.links.add(a_link())
        work.requests.add(a_request(1))
        work.sent_readings.add(a_sent_reading(1, review=Review.AWAITED))
        work.requests.add(a_request(2))
        work.sent_readings.add(a_sent_reading(2))
        work.requests.add(a_request(3))

    with store.look() as readers:
        counts = readers.statistics.counts()

    assert counts == Counts(
        accounts=2,
        registrations=1,
        links=1,
        contracts=2,
        tenures=3,
        payers=2,
        meters=1,
        readings=2,
        sent_readings=2,
        readings_to_review=1,
        invoices=2,
        invoice_lines=1,
        collections=3,
        requests=3,
        letters_waiting=2,
        letters_given_up=1,
    )


def _untold(minutes_ago: int, *, tries: int, due: int | None, trouble: str | None) -> UntoldEvent:
    return UntoldEvent(
        event="AccountActivated",
        at=NOON - minutes_ago * MINUTE,
        tries=tries,
        due_at=None if due is None else NOON + due * MINUTE,
        trouble=trouble,
        account=f"asked {minutes_ago} minutes ago",
    )
