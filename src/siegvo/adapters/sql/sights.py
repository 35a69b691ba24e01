"""Connections that look: kept open, and lent to one look at a time."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, LifoQueue
from time import monotonic
from typing import Any, Final, cast

import attrs
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import SQLAlchemyError

from siegvo.application.ports.unavailable import DatabaseUnavailable

MOST_AT_ONCE: Final = 10
_PATIENCE: Final = 5.0
_DONE: Final = 1  # PGRES_COMMAND_OK
_OLDEST: Final = 1800.0  # a firewall forgets what is older, and tells nobody


@attrs.frozen(eq=False)
class _Sight:
    """One connection, and how to tell its driver what has no answer.

    Only during a look is it in a transaction, whoever asks: SQLAlchemy or a `Prepared`.
    """

    connection: Connection
    say: Callable[[str], object]
    opened_at: float = attrs.field(factory=monotonic)

    def begin(self) -> None:
        self.say("BEGIN")

    def end(self) -> None:
        """Let go of the moment that was looked at."""
        if self.connection.in_transaction():
            self.connection.rollback()
        else:
            self.say("ROLLBACK")

    def is_good(self) -> bool:
        """Say whether it may be lent again."""
        return not self.connection.invalidated and monotonic() - self.opened_at < _OLDEST

    def close(self) -> None:
        self.connection.invalidate()
        self.connection.close()


class Sights:
    """A place for each connection that may look at a time; empty until one is needed.

    What was given back last is lent first.  Connections come from `window`, an engine that
    keeps none itself, and end when it is disposed of.
    """

    def __init__(self, window: Engine) -> None:
        self._window = window
        self._troubles = (window.dialect.loaded_dbapi.Error, SQLAlchemyError)
        self._places, self._process = _empty_places(), os.getpid()
        event.listen(window, "engine_disposed", lambda _: self._close())

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """Lend a connection that sees one moment, and cannot write.

        Raises:
            DatabaseUnavailable: every place is taken, and stays so for five seconds.
        """
        if self._process != os.getpid():  # what it holds is the parent's
            self._places, self._process = _empty_places(), os.getpid()
        places = self._places
        try:
            idle = places.get(timeout=_PATIENCE)
        except Empty:
            raise DatabaseUnavailable from None
        kept = None
        try:
            sight = self._begun(idle)
            try:
                yield sight.connection
            finally:
                kept = self._ended(sight)
        finally:
            places.put(kept)

    def _begun(self, idle: _Sight | None) -> _Sight:
        """Begin with the connection that is `idle`; with a new one if it died meanwhile."""
        if idle is not None:
            try:
                idle.begin()
            except self._troubles:
                idle.close()
            else:
                return idle
        connection = self._window.connect()
        sight = _Sight(connection, _way_to_say(connection.connection.driver_connection))
        try:
            sight.begin()
        except BaseException:
            sight.close()
            raise
        return sight

    def _ended(self, sight: _Sight) -> _Sight | None:
        """Return the connection if it is good for another look."""
        with suppress(*self._troubles):
            sight.end()
            if sight.is_good():
                return sight
        sight.close()
        return None

    def _close(self) -> None:
        """Close what is idle; what is lent goes back to places that nobody asks any more."""
        left, self._places = self._places, _empty_places()
        with suppress(Empty):
            while True:
                sight = left.get_nowait()
                if sight is not None:
                    sight.close()


def _way_to_say(driver: Any) -> Callable[[str], object]:
    if not hasattr(driver, "pgconn"):
        return cast("Callable[[str], object]", driver.execute)

    def say(words: str) -> None:
        """Tell libpq, which takes a third of the time; what it refuses, psycopg explains."""
        if driver.pgconn.exec_(words.encode()).status != _DONE:
            driver.execute(words)

    return say


def _empty_places() -> "LifoQueue[_Sight | None]":
    places: LifoQueue[_Sight | None] = LifoQueue()
    for _ in range(MOST_AT_ONCE):
        places.put(None)
    return places
