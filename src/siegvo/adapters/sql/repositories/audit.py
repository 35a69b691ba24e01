"""The audit trail in SQL."""

import attrs
from sqlalchemy import Connection, insert

from siegvo.adapters.sql.tables.audit import audit
from siegvo.application.repositories.audit import Entry


@attrs.frozen
class SqlAudit:
    """`Audit`, in the table of that name, where lines are only ever added."""

    connection: Connection

    def add(self, entry: Entry) -> None:
        self.connection.execute(insert(audit).values(_entry_row(entry)))


def _entry_row(entry: Entry) -> dict[str, object]:
    return {
        "at": entry.at,
        "actor_kind": entry.actor.kind.value,
        "actor_name": entry.actor.name,
        "gesture": str(entry.gesture),
        "subject": entry.subject,
        "origin": entry.origin,
    }
