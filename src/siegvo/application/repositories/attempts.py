"""Attempts, counted in the same database as the rest so that nothing fails open."""

from datetime import datetime
from typing import Protocol

from siegvo.domain.kernel.throttle import Tally


class Attempts(Protocol):
    def tally(self, key: str, *, since: datetime) -> Tally:
        """Count the attempts under `key`, a keyed hash, later than `since`."""

    def add(self, keys: tuple[str, ...], *, at: datetime) -> None: ...

    def forget(self, keys: tuple[str, ...]) -> None: ...

    def forget_older_than(self, moment: datetime) -> int: ...
