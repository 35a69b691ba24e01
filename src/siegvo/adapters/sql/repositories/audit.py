"""The audit trail in SQL."""

from collections.abc import Collection
from datetime import datetime

import attrs
from sqlalchemy import Connection, exists, insert, select

from siegvo.adapters.sql.tables.audit import audit
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen
class SqlAudit:
    """`Audit`, in the table of that name, where lines are only ever added."""

    connection: Connection

    def add(self, entry: Entry) -> None:
        self.connection.execute(insert(audit).values(_entry_row(entry)))

    def tells(self, subject: str, gestures: Collection[Gesture], *, since: datetime) -> bool:
        found = exists().where(
            audit.c.subject == subject,
            audit.c.at >= since,
            audit.c.gesture.in_([gesture.value for gesture in gestures]),
        )
        return bool(self.connection.scalar(select(found)))


def _entry_row(entry: Entry) -> dict[str, object]:
    return {
        "at": entry.at,
        "actor_kind": entry.actor.kind.value,
        "actor_name": entry.actor.name,
        "gesture": str(entry.gesture),
        "subject": entry.subject,
        "origin": entry.origin,
    }
