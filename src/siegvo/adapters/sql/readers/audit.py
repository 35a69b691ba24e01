"""The audit trail and its seals, read from the database."""

from datetime import datetime
from typing import Final

import attrs
from sqlalchemy import Connection, bindparam, func, select

from siegvo.adapters.sql.repositories.seals import LINES, last_seal, line_of, seal_of
from siegvo.adapters.sql.tables.audit import audit, audit_seals
from siegvo.application.readers.audit import AuditLine, Seal

_SINCE: Final = LINES.where(audit.c.at >= bindparam("moment"))
_BETWEEN: Final = LINES.where(audit.c.id > bindparam("after"), audit.c.id <= bindparam("upto"))
_COUNT_AFTER: Final = select(func.count()).select_from(audit).where(audit.c.id > bindparam("after"))
_SEALS: Final = select(audit_seals).order_by(audit_seals.c.upto)


@attrs.frozen
class SqlAuditTrail:
    """`AuditTrail`, from the tables `audit` and `audit_seals`."""

    connection: Connection

    def since(self, moment: datetime) -> tuple[AuditLine, ...]:
        rows = self.connection.execute(_SINCE, {"moment": moment}).mappings()
        return tuple(map(line_of, rows))

    def between(self, after: int, upto: int) -> tuple[AuditLine, ...]:
        rows = self.connection.execute(_BETWEEN, {"after": after, "upto": upto}).mappings()
        return tuple(map(line_of, rows))

    def count_after(self, number: int) -> int:
        return self.connection.execute(_COUNT_AFTER, {"after": number}).scalar_one()

    def seals(self) -> tuple[Seal, ...]:
        return tuple(map(seal_of, self.connection.execute(_SEALS).mappings()))

    def last_seal(self) -> Seal | None:
        return last_seal(self.connection)
