"""The outbox in SQL: a queue that several workers share."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from siegvo.adapters.sql.event_codec import UnreadableEvent, decode, encode
from siegvo.adapters.sql.tables.outbox import outbox
from siegvo.application.repositories.outbox import Claimed
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.events import Event

_MOST_TROUBLE: Final = 300

# A common table expression is computed once, whatever the planner likes, so one row is locked.
_DUE: Final = (
    select(outbox.c.id)
    .where(outbox.c.due_at <= bindparam("now"))
    .order_by(outbox.c.due_at, outbox.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)
    .cte("due")
)
_CLAIM: Final = (
    update(outbox)
    .where(outbox.c.id == select(_DUE.c.id).scalar_subquery())
    .values(due_at=bindparam("until"), taken_by=bindparam("owner"), tries=outbox.c.tries + 1)
    .returning(outbox)
)


@attrs.frozen
class SqlOutbox:
    """`Outbox`, in the table of that name; a claim puts off when the event is due."""

    connection: Connection

    def add(self, event: Event) -> None:
        self.connection.execute(
            insert(outbox).values(
                event=type(event).__name__,
                facts=encode(event),
                at=event.at,
                due_at=event.at,
                tries=0,
            )
        )

    def claim(self, *, owner: str, now: datetime, until: datetime) -> Claimed | None:
        terms = {"owner": owner, "now": now, "until": until}
        while row := self.connection.execute(_CLAIM, terms).one_or_none():
            try:
                return _claimed(row)
            except UnreadableEvent as trouble:
                self._keep(row.id, owner=owner, facts=_given_up(now, str(trouble)))
        return None

    def told(self, claimed: Claimed, *, owner: str, at: datetime) -> None:
        facts: dict[str, object] = {"told_at": at, "due_at": None, "facts": {}, "trouble": None}
        self._keep(claimed.id, owner=owner, facts=facts)

    def put_off(self, claimed: Claimed, *, owner: str, until: datetime, why: str) -> None:
        facts = {"due_at": until, "taken_by": None, "trouble": why[:_MOST_TROUBLE]}
        self._keep(claimed.id, owner=owner, facts=facts)

    def give_up(self, claimed: Claimed, *, owner: str, at: datetime, why: str) -> None:
        self._keep(claimed.id, owner=owner, facts=_given_up(at, why))

    def try_again(self, *, at: datetime) -> int:
        return self.connection.execute(
            update(outbox)
            .where(outbox.c.gave_up_at.is_not(None))
            .values(due_at=at, tries=0, taken_by=None, gave_up_at=None)
        ).rowcount

    def forget_account(self, account: AccountId) -> None:
        theirs = outbox.c.facts["account"].as_string() == str(account)
        self.connection.execute(delete(outbox).where(outbox.c.told_at.is_(None), theirs))

    def forget_told_before(self, moment: datetime) -> int:
        return self.connection.execute(delete(outbox).where(outbox.c.told_at < moment)).rowcount

    def _keep(self, event: int, *, owner: str, facts: Mapping[str, object]) -> None:
        self.connection.execute(
            update(outbox)
            .where(
                outbox.c.id == event,
                outbox.c.taken_by == owner,
                outbox.c.due_at.is_not(None),
            )
            .values(facts)
        )


def _claimed(row: Row[Any]) -> Claimed:
    event = decode(row.event, row.facts, at=row.at)
    return Claimed(id=row.id, event=event, tries=row.tries)


def _given_up(at: datetime, why: str) -> Mapping[str, object]:
    return {"gave_up_at": at, "due_at": None, "trouble": why[:_MOST_TROUBLE]}
