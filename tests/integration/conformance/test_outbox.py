"""What every implementation of `Outbox` promises."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, timedelta

from siegvo.application.repositories.outbox import Claimed
from siegvo.domain.accounts.events import AccountActivated
from siegvo.domain.events import Event
from siegvo.domain.metering.events import ReadingReviewed, ReadingSubmitted
from tests.support.builders.accounts import NOON
from tests.support.store import Store

MINUTE = timedelta(minutes=1)
OLD = AccountActivated(at=NOON - MINUTE, account="old")
NEW = AccountActivated(at=NOON, account="new")
AHEAD = AccountActivated(at=NOON + MINUTE, account="ahead")


def _record(store: Store, *events: Event) -> None:
    with store.begin() as work:
        for event in events:
            work.record(event)


def _claim(
    store: Store, *, owner: str = "worker", later: timedelta = timedelta(0)
) -> Claimed | None:
    now = NOON + later
    with store.begin() as work:
        return work.outbox.claim(owner=owner, now=now, until=now + MINUTE)


def _taken(store: Store) -> Claimed:
    claimed = _claim(store)
    assert claimed is not None
    return claimed


def test_an_event_comes_back_as_it_was(store: Store) -> None:
    event = ReadingSubmitted(
        at=NOON,
        reference="D-2026-000001",
        account="alice",
        contract="100214873",
        serial="H25LA004127",
        cubic_metres=1247,
        taken_on=date(2026, 11, 22),
        to_review=True,
    )
    _record(store, event)

    assert _taken(store).event == event


def test_an_event_may_have_a_fact_that_is_absent(store: Store) -> None:
    event = ReadingReviewed(
        at=NOON, reference="D-2026-000001", account="alice", accepted=True, reason=None
    )
    _record(store, event)

    assert _taken(store).event == event


def test_nothing_is_claimed_from_an_empty_outbox(store: Store) -> None:
    assert _claim(store) is None


def test_the_oldest_that_is_due_is_claimed_first(store: Store) -> None:
    _record(store, AHEAD, NEW, OLD)

    claims = [_claim(store) for _ in range(3)]

    assert [claim and claim.event for claim in claims] == [OLD, NEW, None]


def test_an_event_is_recorded_only_with_the_rest_of_the_work(store: Store) -> None:
    with suppress(ZeroDivisionError), store.begin() as work:
        work.record(NEW)
        raise ZeroDivisionError

    assert _claim(store) is None


def test_what_one_worker_claims_no_other_gets_until_then(store: Store) -> None:
    _record(store, NEW)
    first = _taken(store)

    assert _claim(store, owner="another", later=MINUTE - timedelta(seconds=1)) is None
    second = _claim(store, owner="another", later=MINUTE)
    assert second is not None
    assert (first.tries, second.tries) == (1, 2)
    assert second.id == first.id


def test_many_workers_share_out_the_events(store: Store) -> None:
    _record(store, *(NEW for _ in range(20)))

    def work_off(owner: int) -> list[int]:
        mine = []
        while claimed := _claim(store, owner=str(owner)):
            mine.append(claimed.id)
        return mine

    with ThreadPoolExecutor(4) as threads:
        claimed = [event for mine in threads.map(work_off, range(4)) for event in mine]

    assert len(claimed) == 20
    assert len(set(claimed)) == 20


def test_what_was_told_is_not_told_again(store: Store) -> None:
    _record(store, NEW)
    claimed = _taken(store)

    with store.begin() as work:
        work.outbox.told(claimed, owner="worker", at=NOON)

    assert _claim(store, later=timedelta(days=9)) is None


def test_what_was_put_off_comes_back_then(store: Store) -> None:
    _record(store, NEW)
    claimed = _taken(store)

    with store.begin() as work:
        work.outbox.put_off(claimed, owner="worker", until=NOON + 5 * MINUTE, why="no answer")

    assert _claim(store, later=4 * MINUTE) is None
    again = _claim(store, later=5 * MINUTE)
    assert again is not None
    assert again.tries == 2


def test_what_was_given_up_does_not_come_back(store: Store) -> None:
    _record(store, NEW)
    claimed = _taken(store)

    with store.begin() as work:
        work.outbox.give_up(claimed, owner="worker", at=NOON, why="no such mailbox " * 100)

    assert _claim(store, later=timedelta(days=9)) is None


def test_what_was_given_up_may_be_tried_again_as_if_new(store: Store) -> None:
    _record(store, OLD, NEW)
    claimed = _taken(store)
    with store.begin() as work:
        work.outbox.give_up(claimed, owner="worker", at=NOON, why="no such mailbox")

    with store.begin() as work:
        assert work.outbox.try_again(at=NOON + MINUTE) == 1
        assert work.outbox.try_again(at=NOON + MINUTE) == 0

    assert _taken(store).event == NEW
    again = _claim(store, owner="another", later=MINUTE)
    assert again is not None
    assert (again.event, again.tries) in {(OLD, 1), (NEW, 2)}


def test_a_worker_too_slow_has_no_say_any_more(store: Store) -> None:
    _record(store, NEW)
    slow = _taken(store)
    quick = _claim(store, owner="another", later=MINUTE)
    assert quick is not None

    with store.begin() as work:
        work.outbox.told(slow, owner="worker", at=NOON)
        work.outbox.put_off(slow, owner="worker", until=NOON, why="no answer")
        work.outbox.give_up(slow, owner="worker", at=NOON, why="no answer")

    assert _claim(store, later=MINUTE) is None
    again = _claim(store, later=2 * MINUTE)
    assert again is not None
    assert again.tries == 3


def test_what_was_told_long_ago_is_forgotten(store: Store) -> None:
    _record(store, OLD, NEW)
    claimed = _taken(store)
    with store.begin() as work:
        work.outbox.told(claimed, owner="worker", at=NOON)

    with store.begin() as work:
        assert work.outbox.forget_told_before(NOON) == 0
        assert work.outbox.forget_told_before(NOON + MINUTE) == 1

    assert _taken(store).event == NEW
