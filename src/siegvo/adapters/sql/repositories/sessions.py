"""Sessions in SQL."""

from datetime import datetime
from typing import Any

import attrs
from sqlalchemy import Connection, Row, and_, delete, insert, not_, or_, select, update

from siegvo.adapters.sql.tables.accounts import sessions
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.session import Session
from siegvo.domain.policy import REMEMBERED_FOR, SESSION_IDLE, SESSION_LONGEST


@attrs.frozen
class SqlSessions:
    """`Sessions`, in the table of that name."""

    connection: Connection

    def open(self, session: Session) -> None:
        self.connection.execute(insert(sessions).values(_session_row(session)))

    def of(self, fingerprint: str) -> Session | None:
        row = self.connection.execute(
            select(sessions).where(sessions.c.fingerprint == fingerprint)
        ).one_or_none()
        return None if row is None else session_from(row)

    def save(self, session: Session) -> None:
        self.connection.execute(
            update(sessions)
            .where(sessions.c.fingerprint == session.fingerprint)
            .values(seen_at=session.seen_at)
        )

    def end(self, fingerprint: str) -> None:
        self.connection.execute(delete(sessions).where(sessions.c.fingerprint == fingerprint))

    def end_all(self, account: AccountId) -> int:
        return self.connection.execute(
            delete(sessions).where(sessions.c.account == account)
        ).rowcount

    def forget_dead(self, now: datetime) -> int:
        """Drop those that `Session.is_alive` says no of."""
        remembered, opened, seen = sessions.c.remembered, sessions.c.opened_at, sessions.c.seen_at
        too_old = or_(opened <= now - SESSION_LONGEST, seen <= now - SESSION_IDLE)
        return self.connection.execute(
            delete(sessions).where(
                or_(
                    and_(remembered, opened <= now - REMEMBERED_FOR),
                    and_(not_(remembered), too_old),
                )
            )
        ).rowcount


def session_from(row: Row[Any]) -> Session:
    """Return the session whose columns `row` holds, among others perhaps."""
    return Session(
        fingerprint=row.fingerprint,
        account=AccountId(row.account),
        opened_at=row.opened_at,
        seen_at=row.seen_at,
        is_remembered=row.remembered,
        device=row.device,
    )


def _session_row(session: Session) -> dict[str, object]:
    return {
        "fingerprint": session.fingerprint,
        "account": session.account,
        "opened_at": session.opened_at,
        "seen_at": session.seen_at,
        "remembered": session.is_remembered,
        "device": session.device,
    }
