"""Attempts, counted in the same database as the rest so that nothing fails open."""

from datetime import datetime
from typing import Protocol

from siegvo.domain.kernel.throttle import Tally


class Attempts(Protocol):
    def tally(self, key: str, *, since: datetime) -> Tally:
        """Count the attempts under `key`, a keyed hash, later than `since`."""

    def by_day(self, key: str, *, until: datetime, days: int) -> tuple[int, ...]:
        """Count the attempts under `key` in each of the last `days` times 24 hours, latest first.

        One made at the very beginning of a day counts to the day before.
        """

    def hold(self, keys: tuple[str, ...]) -> None:
        """Have whoever holds one of these keys wait until the work ends; in a work only."""

    def add(self, keys: tuple[str, ...], *, at: datetime) -> None: ...

    def forget(self, keys: tuple[str, ...]) -> None: ...

    def forget_older_than(self, moment: datetime, *, but: str = "") -> int:
        """Drop those made before `moment`, `but` those under one key; return how many."""
