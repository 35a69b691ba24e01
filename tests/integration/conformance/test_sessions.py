"""What every implementation of `Sessions` promises."""

from datetime import timedelta

import attrs
import pytest

from siegvo.domain.accounts.session import Session
from siegvo.domain.policy import REMEMBERED_FOR, SESSION_IDLE, SESSION_LONGEST
from tests.support.builders.accounts import ALICE, BOB, NOON, a_session, an_account
from tests.support.store import Store

LATER = NOON + timedelta(minutes=5)
INSTANT = timedelta(microseconds=1)


@pytest.fixture(autouse=True)
def _people(store: Store) -> None:
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))


def _open(store: Store, *sessions: Session) -> None:
    with store.begin() as work:
        for session in sessions:
            work.sessions.open(session)


def test_a_session_comes_back_as_it_was(store: Store) -> None:
    session = a_session(remembered=True)
    _open(store, session)

    with store.begin() as work:
        assert work.sessions.of(session.fingerprint) == session


def test_a_saved_session_was_seen_later(store: Store) -> None:
    session = a_session()
    _open(store, session)

    with store.begin() as work:
        work.sessions.save(session.seen(LATER))

    with store.begin() as work:
        assert work.sessions.of(session.fingerprint) == session.seen(LATER)


def test_a_session_that_ended_stays_ended(store: Store) -> None:
    session = a_session()
    _open(store, session)
    with store.begin() as work:
        work.sessions.end(session)

    with store.begin() as work:
        work.sessions.save(session.seen(LATER))

        assert work.sessions.of(session.fingerprint) is None


def test_a_replaced_session_stays_beside_the_new_one(store: Store) -> None:
    old = a_session("old", remembered=True)
    new = old.renewed("new", at=LATER)
    _open(store, old)

    with store.begin() as work:
        assert work.sessions.replace(old, by=new, at=LATER)

    with store.begin() as work:
        assert work.sessions.of("old") == attrs.evolve(old, replaced_at=LATER)
        assert work.sessions.of("new") == new
        assert work.sessions.of_account(ALICE) == (new,)


def test_a_session_is_replaced_once(store: Store) -> None:
    old = a_session("old", remembered=True)
    _open(store, old)

    with store.begin() as work:
        assert work.sessions.replace(old, by=old.renewed("new", at=LATER), at=LATER)
        assert not work.sessions.replace(old, by=old.renewed("newer", at=LATER), at=LATER)
        assert work.sessions.of("newer") is None


def test_a_session_that_ended_is_not_replaced(store: Store) -> None:
    old = a_session("old", remembered=True)

    with store.begin() as work:
        assert not work.sessions.replace(old, by=old.renewed("new", at=LATER), at=LATER)
        assert work.sessions.of("new") is None


def test_a_session_ends_with_all_it_ever_was(store: Store) -> None:
    old, other = a_session("old", remembered=True), a_session("other")
    _open(store, old, other)
    with store.begin() as work:
        work.sessions.replace(old, by=old.renewed("new", at=LATER), at=LATER)

    with store.begin() as work:
        assert work.sessions.end(old) == 1
        assert work.sessions.end(old) == 0

        assert work.sessions.of("old") is None
        assert work.sessions.of("new") is None
        assert work.sessions.of("other") == other


def test_sessions_are_listed_the_last_used_first(store: Store) -> None:
    first, second = a_session("1", seen=NOON), a_session("2", seen=LATER)
    _open(store, first, second, a_session("3", account=BOB))

    with store.look() as readers:
        assert readers.sessions.of_account(ALICE) == (second, first)


def test_all_sessions_but_one_end(store: Store) -> None:
    kept = a_session("1")
    _open(store, kept, a_session("2"), a_session("3", account=BOB))

    with store.begin() as work:
        assert work.sessions.end_all(ALICE, but=kept.family) == 1

        assert work.sessions.of_account(ALICE) == (kept,)
        assert work.sessions.of("3") is not None


def test_the_sessions_left_alone_the_longest_make_room(store: Store) -> None:
    used = [a_session(f"{n}", seen=NOON + n * INSTANT) for n in range(4)]
    _open(store, *used, a_session("other", account=BOB))

    with store.begin() as work:
        assert work.sessions.end_beyond(ALICE, most=2) == 2

        assert work.sessions.of_account(ALICE) == (used[3], used[2])
        assert work.sessions.end_beyond(ALICE, most=2) == 0
        assert work.sessions.of("other") is not None


def test_all_sessions_of_an_account_end_and_no_others(store: Store) -> None:
    _open(store, a_session("1"), a_session("2"), a_session("3", account=BOB))

    with store.begin() as work:
        ended = work.sessions.end_all(ALICE)

        assert ended == 2
        assert work.sessions.of("1") is None
        assert work.sessions.of("3") is not None


def test_the_dead_are_forgotten_and_only_they(store: Store) -> None:
    old, idle = NOON - SESSION_LONGEST, NOON - SESSION_IDLE
    kept = [
        a_session("alive", opened=old + INSTANT, seen=idle + INSTANT),
        a_session("remembered", opened=NOON - REMEMBERED_FOR + INSTANT, remembered=True),
    ]
    dead = [
        a_session("too old", opened=old, seen=NOON),
        a_session("too long idle", opened=idle, seen=idle),
        a_session("remembered too long", opened=NOON - REMEMBERED_FOR, remembered=True),
    ]
    _open(store, *kept, *dead)

    with store.begin() as work:
        forgotten = work.sessions.forget_dead(NOON)

        assert forgotten == len(dead)
        assert [work.sessions.of(each.fingerprint) for each in kept] == kept
        assert all(work.sessions.of(each.fingerprint) is None for each in dead)
