"""Attempts in SQL."""

import hashlib
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

import attrs
from sqlalchemy import Connection, delete, func, insert, select, text

from siegvo.adapters.sql.tables.attempts import attempts
from siegvo.domain.kernel.throttle import Tally

# In one order for everybody: nobody waits for somebody who waits for them.
_HOLD: Final = text(
    "SELECT pg_advisory_xact_lock(lock) FROM unnest(CAST(:locks AS bigint[])) AS lock"
)


@attrs.frozen
class SqlAttempts:
    """`Attempts`, in the table of that name."""

    connection: Connection

    def tally(self, key: str, *, since: datetime) -> Tally:
        row = self.connection.execute(
            select(
                func.count().label("times"),
                func.min(attempts.c.at).label("first"),
                func.max(attempts.c.at).label("last"),
            ).where(attempts.c.key == key, attempts.c.at > since)
        ).one()
        return Tally(times=row.times, first=row.first, last=row.last)

    def by_day(self, key: str, *, until: datetime, days: int) -> tuple[int, ...]:
        bounds = [until - rank * timedelta(days=1) for rank in range(days + 1)]
        counts = [
            func.count().filter(attempts.c.at > first, attempts.c.at <= last)
            for last, first in pairwise(bounds)
        ]
        return tuple(
            self.connection.execute(
                select(*counts).where(attempts.c.key == key, attempts.c.at > bounds[-1])
            ).one()
        )

    def hold(self, keys: tuple[str, ...]) -> None:
        # SQLite has one writer at a time: there, the transaction itself is enough.
        if keys and self.connection.dialect.name == "postgresql":
            self.connection.execute(_HOLD, {"locks": sorted(map(_lock_of, keys))})

    def add(self, keys: tuple[str, ...], *, at: datetime) -> None:
        if keys:
            self.connection.execute(insert(attempts), [{"key": key, "at": at} for key in keys])

    def forget(self, keys: tuple[str, ...]) -> None:
        self.connection.execute(delete(attempts).where(attempts.c.key.in_(keys)))

    def forget_older_than(self, moment: datetime, *, but: str = "") -> int:
        old = delete(attempts).where(attempts.c.at < moment, attempts.c.key != but)
        return self.connection.execute(old).rowcount


def _lock_of(key: str) -> int:
    """Return PostgreSQL's lock for `key`: a number, for there may be no row to lock yet."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], signed=True)
