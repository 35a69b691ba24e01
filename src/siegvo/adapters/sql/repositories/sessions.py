"""Sessions in SQL."""

from datetime import datetime
from typing import Any

import attrs
from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    delete,
    insert,
    not_,
    or_,
    select,
    update,
)

from siegvo.adapters.sql.tables.accounts import accounts, sessions
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.session import Session, SessionFamily
from siegvo.domain.policy import REMEMBERED_FOR, SESSION_IDLE, SESSION_LONGEST


@attrs.frozen
class SqlSessions:
    """`Sessions`, in the table of that name."""

    connection: Connection

    def open(self, session: Session) -> None:
        self._hold(session.account)
        self.connection.execute(insert(sessions).values(_session_row(session)))

    def of(self, fingerprint: str) -> Session | None:
        row = self.connection.execute(
            select(sessions).where(sessions.c.fingerprint == fingerprint)
        ).one_or_none()
        return None if row is None else session_from(row)

    def of_account(self, account: AccountId) -> tuple[Session, ...]:
        rows = self.connection.execute(
            select(sessions)
            .where(sessions.c.account == account, sessions.c.replaced_at.is_(None))
            .order_by(sessions.c.seen_at.desc(), sessions.c.family)
        )
        return tuple(map(session_from, rows))

    def save(self, session: Session) -> None:
        self.connection.execute(
            update(sessions)
            .where(sessions.c.fingerprint == session.fingerprint)
            .values(seen_at=session.seen_at)
        )

    def replace(self, session: Session, *, by: Session, at: datetime) -> bool:
        self._hold(session.account)
        replaced = self.connection.execute(
            update(sessions)
            .where(sessions.c.fingerprint == session.fingerprint, sessions.c.replaced_at.is_(None))
            .values(replaced_at=at)
        )
        if not replaced.rowcount:
            return False
        self.connection.execute(insert(sessions).values(_session_row(by)))
        return True

    def end(self, session: Session) -> int:
        self._hold(session.account)
        return self._drop(sessions.c.family == session.family)

    def end_all(self, account: AccountId, *, but: SessionFamily | None = None) -> int:
        self._hold(account)
        others = () if but is None else (sessions.c.family != but,)
        return self._drop(and_(sessions.c.account == account, *others))

    def end_beyond(self, account: AccountId, *, most: int) -> int:
        self._hold(account)
        beyond = [each.family for each in self.of_account(account)[most:]]
        return self._drop(sessions.c.family.in_(beyond)) if beyond else 0

    def forget_dead(self, now: datetime) -> int:
        """Drop those that `Session.is_over` says yes of."""
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

    def _hold(self, account: AccountId) -> None:
        """Wait for whoever opens, renews or ends sessions of this account; hold up the next.

        Otherwise PostgreSQL would end the sessions it sees while another is being renewed.
        """
        self.connection.execute(
            select(accounts.c.id).where(accounts.c.id == account).with_for_update(key_share=True)
        )

    def _drop(self, which: ColumnElement[bool]) -> int:
        dropped = self.connection.scalars(
            delete(sessions).where(which).returning(sessions.c.replaced_at)
        )
        return sum(replaced_at is None for replaced_at in dropped)


def session_from(row: Row[Any]) -> Session:
    """Return the session whose columns `row` holds, among others perhaps."""
    return Session(
        fingerprint=row.fingerprint,
        family=SessionFamily(row.family),
        account=AccountId(row.account),
        opened_at=row.opened_at,
        seen_at=row.seen_at,
        proved_at=row.proved_at,
        replaced_at=row.replaced_at,
        is_remembered=row.remembered,
        device=row.device,
        device_key=row.device_key,
        place=row.place,
    )


def _session_row(session: Session) -> dict[str, object]:
    return {
        "fingerprint": session.fingerprint,
        "family": session.family,
        "account": session.account,
        "opened_at": session.opened_at,
        "seen_at": session.seen_at,
        "proved_at": session.proved_at,
        "replaced_at": session.replaced_at,
        "remembered": session.is_remembered,
        "device": session.device,
        "device_key": session.device_key,
        "place": session.place,
    }
