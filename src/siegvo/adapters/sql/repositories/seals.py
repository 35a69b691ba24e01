"""The seals of the audit trail in SQL."""

from typing import Final

import attrs
from sqlalchemy import Connection, RowMapping, bindparam, insert, select, text

from siegvo.adapters.sql.tables.audit import audit, audit_seals
from siegvo.application.readers.audit import AuditLine, Seal

LINES: Final = select(
    audit.c.id.label("number"),
    audit.c.at,
    audit.c.actor_kind,
    audit.c.actor_name,
    audit.c.gesture,
    audit.c.subject,
    audit.c.origin,
).order_by(audit.c.id)
_UNSEALED: Final = LINES.where(audit.c.id > bindparam("after")).limit(bindparam("most"))
_LAST: Final = select(audit_seals).order_by(audit_seals.c.upto.desc()).limit(1)

# Numbers are given before they are committed: without the lock, a line could appear, later,
# below one that is sealed already.  On SQLite one writes at a time.
_LOCK: Final = text("LOCK TABLE audit IN SHARE ROW EXCLUSIVE MODE")


@attrs.frozen
class SqlSeals:
    """`Seals`, in the table `audit_seals`, where rows are only ever added."""

    connection: Connection

    def hold(self) -> Seal | None:
        if self.connection.dialect.name == "postgresql":
            self.connection.execute(_LOCK)
        return last_seal(self.connection)

    def unsealed(self, after: int, *, most: int) -> tuple[AuditLine, ...]:
        rows = self.connection.execute(_UNSEALED, {"after": after, "most": most}).mappings()
        return tuple(map(line_of, rows))

    def add(self, seal: Seal) -> None:
        self.connection.execute(insert(audit_seals).values(attrs.asdict(seal)))


def last_seal(connection: Connection) -> Seal | None:
    row = connection.execute(_LAST).mappings().one_or_none()
    return seal_of(row) if row else None


def line_of(row: RowMapping) -> AuditLine:
    return AuditLine(**row)


def seal_of(row: RowMapping) -> Seal:
    return Seal(**row)
