"""What stands in the audit trail."""

from contextlib import suppress

from sqlalchemy import select

from siegvo.adapters.sql.tables.audit import audit
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from tests.support.builders.accounts import NOON
from tests.support.database import Database

ENTRY = Entry(
    at=NOON,
    actor=Actor.staff("C. Weber"),
    gesture=Gesture.READING_ACCEPTED,
    subject="D-2026-000123",
    origin="192.0.2.7",
)


def _lines(database: Database) -> list[dict[str, object]]:
    with database.engine.begin() as connection:
        rows = connection.execute(select(audit).order_by(audit.c.id)).mappings()
        return [{key: value for key, value in row.items() if key != "id"} for row in rows]


def test_a_line_says_who_did_what_to_what_and_from_where(database: Database) -> None:
    with database.begin() as work:
        work.audit.add(ENTRY)

    assert _lines(database) == [
        {
            "at": NOON,
            "actor_kind": "staff",
            "actor_name": "C. Weber",
            "gesture": "reading.accepted",
            "subject": "D-2026-000123",
            "origin": "192.0.2.7",
        }
    ]


def test_what_was_undone_leaves_no_line(database: Database) -> None:
    with suppress(ZeroDivisionError), database.begin() as work:
        work.audit.add(ENTRY)
        raise ZeroDivisionError

    assert _lines(database) == []
