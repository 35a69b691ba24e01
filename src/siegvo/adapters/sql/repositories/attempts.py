"""Attempts in SQL."""

from datetime import datetime, timedelta
from itertools import pairwise

import attrs
from sqlalchemy import Connection, delete, func, insert, select

from siegvo.adapters.sql.tables.attempts import attempts
from siegvo.domain.kernel.throttle import Tally


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

    def add(self, keys: tuple[str, ...], *, at: datetime) -> None:
        if keys:
            self.connection.execute(insert(attempts), [{"key": key, "at": at} for key in keys])

    def forget(self, keys: tuple[str, ...]) -> None:
        self.connection.execute(delete(attempts).where(attempts.c.key.in_(keys)))

    def forget_older_than(self, moment: datetime, *, but: str = "") -> int:
        old = delete(attempts).where(attempts.c.at < moment, attempts.c.key != but)
        return self.connection.execute(old).rowcount
