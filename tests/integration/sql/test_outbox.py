"""What lies in the table of events, and what no longer does."""

from datetime import timedelta

from sqlalchemy import Row, insert, select

from siegvo.adapters.sql.tables.outbox import outbox
from siegvo.domain.accounts.events import AccountActivated
from tests.support.builders.accounts import NOON
from tests.support.database import Database

LATER = NOON + timedelta(minutes=3)
EVENT = AccountActivated(at=NOON, account="alice")


def _rows(database: Database) -> list[Row[tuple[object, ...]]]:
    with database.engine.begin() as connection:
        return list(connection.execute(select(outbox).order_by(outbox.c.id)))


def test_what_was_told_is_told_of_nobody(database: Database) -> None:
    with database.begin() as work:
        work.record(EVENT)
        claimed = work.outbox.claim(owner="worker", now=NOON, until=LATER)
        assert claimed
        work.outbox.told(claimed, owner="worker", at=NOON)

    (row,) = _rows(database)
    assert (row.facts, row.told_at, row.due_at) == ({}, NOON, None)


def test_what_was_given_up_says_why(database: Database) -> None:
    with database.begin() as work:
        work.record(EVENT)
        claimed = work.outbox.claim(owner="worker", now=NOON, until=LATER)
        assert claimed
        work.outbox.give_up(claimed, owner="worker", at=NOON, why="No such mailbox.")

    (row,) = _rows(database)
    assert (row.gave_up_at, row.due_at, row.trouble) == (NOON, None, "No such mailbox.")


def test_an_event_nobody_can_read_does_not_hold_up_the_others(database: Database) -> None:
    with database.engine.begin() as connection:
        unreadable = {"event": "AccountFrozen", "facts": {"account": "bob"}, "at": NOON}
        connection.execute(insert(outbox).values(**unreadable, due_at=NOON, tries=0))
    with database.begin() as work:
        work.record(EVENT)

    with database.begin() as work:
        claimed = work.outbox.claim(owner="worker", now=NOON, until=LATER)

    assert claimed
    assert claimed.event == EVENT
    unread, _ = _rows(database)
    assert (unread.gave_up_at, unread.facts) == (NOON, {"account": "bob"})
