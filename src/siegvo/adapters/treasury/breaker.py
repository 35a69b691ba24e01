"""A service that failed several times in a row is left alone for a while."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Lock

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.treasury import TreasuryUnavailable
from siegvo.domain.policy import TREASURY_ANSWERS_WITHIN, TREASURY_PAUSE, TREASURY_PAUSE_AFTER


@attrs.define(kw_only=True)
class Breaker:
    """Counts failures; after the fifth in a row, calls fail at once for a minute.

    Then one of them tries for all.  Each process has a breaker of its own.
    """

    clock: Clock
    _failures: int = attrs.field(default=0, init=False)
    _next_try: datetime | None = attrs.field(default=None, init=False)
    _turn: Lock = attrs.field(factory=Lock, init=False, repr=False, eq=False)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Make a call in this block; whatever it raises but `TreasuryUnavailable` is an answer.

        Raises:
            TreasuryUnavailable: the call was not made, or failed.
        """
        self._enter()
        try:
            yield
        except TreasuryUnavailable:
            self._failed()
            raise
        except BaseException:
            self._answered()
            raise
        else:
            self._answered()

    def _enter(self) -> None:
        with self._turn:
            if self._next_try is None:
                return
            now = self.clock.now()
            # A clock that was put back does not make the pause any longer.
            if self._next_try - TREASURY_PAUSE <= now < self._next_try:
                why = "failed too often, left alone for a while"
                raise TreasuryUnavailable(why)
            self._next_try = now + TREASURY_ANSWERS_WITHIN

    def _failed(self) -> None:
        with self._turn:
            self._failures += 1
            if self._failures >= TREASURY_PAUSE_AFTER:
                self._next_try = self.clock.now() + TREASURY_PAUSE

    def _answered(self) -> None:
        with self._turn:
            self._failures = 0
            self._next_try = None
