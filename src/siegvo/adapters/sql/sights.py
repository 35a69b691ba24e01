"""Connections that look: kept open, and lent to one look at a time."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from queue import Empty, LifoQueue
from select import POLLIN, poll
from time import monotonic
from typing import Any, Final, Self, cast

import attrs
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import SQLAlchemyError

from siegvo.adapters.sql.askers import Asker, asker_of
from siegvo.application.ports.unavailable import DatabaseUnavailable

MOST_AT_ONCE: Final = 10
_PATIENCE: Final = 5.0
_DONE: Final = 1  # PGRES_COMMAND_OK
_OLDEST: Final = 1800.0  # a firewall forgets what is older, and tells nobody

_Step = Callable[["_Sight"], None]


class MoreThanAGlance(Exception):
    """Of one statement promised there were several, which may have seen as many moments."""


class _Silent(Exception):
    """The other side hung up."""


@attrs.frozen(eq=False)
class _Sight:
    """One connection, who asks through it, and how to tell its driver what has no answer.

    Only during a look is it in a transaction, whoever asks: SQLAlchemy or a `Prepared`.
    """

    connection: Connection
    asker: Asker
    say: Callable[[str], object]
    was_cut_off: Callable[[], object]
    opened_at: float = attrs.field(factory=monotonic)

    @classmethod
    def through(cls, connection: Connection) -> Self:
        driver: Any = connection.connection.driver_connection
        return cls(connection, asker_of(connection), _way_to_say(driver), _way_to_hear(driver))

    def begin_look(self) -> None:
        self.say("BEGIN")

    def end_look(self) -> None:
        """Let go of the moment that was looked at."""
        if self.connection.in_transaction():
            self.connection.rollback()
        else:
            self.say("ROLLBACK")

    def begin_glance(self) -> None:
        if self.was_cut_off():
            raise _Silent
        self.asker.asked = 0

    def end_glance(self) -> None:
        if self.asker.asked > 1 or self.connection.in_transaction():
            raise MoreThanAGlance

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
        self._troubles = (window.dialect.loaded_dbapi.Error, SQLAlchemyError, _Silent)
        self._places, self._process = _empty_places(), os.getpid()
        event.listen(window, "engine_disposed", lambda _: self._close())

    def look(self) -> AbstractContextManager[Connection]:
        """Lend a connection that sees one moment, and cannot write.

        Raises:
            DatabaseUnavailable: every place is taken, and stays so for five seconds.
        """
        return self._lent(_Sight.begin_look, _Sight.end_look)

    def glance(self) -> AbstractContextManager[Connection]:
        """Lend one for a single statement of `Prepared`: a moment in itself, it needs no `BEGIN`.

        Raises:
            DatabaseUnavailable: as above.
            MoreThanAGlance: there were two.
        """
        return self._lent(_Sight.begin_glance, _Sight.end_glance)

    @contextmanager
    def _lent(self, begin: _Step, end: _Step) -> Iterator[Connection]:
        if self._process != os.getpid():  # what it holds is the parent's
            self._places, self._process = _empty_places(), os.getpid()
        places = self._places
        try:
            idle = places.get(timeout=_PATIENCE)
        except Empty:
            raise DatabaseUnavailable from None
        kept = None
        try:
            sight = self._begun(idle, begin)
            try:
                yield sight.connection
            finally:
                kept = self._ended(sight, end)
        finally:
            places.put(kept)

    def _begun(self, idle: _Sight | None, begin: _Step) -> _Sight:
        """Begin with the connection that is `idle`; with a new one if it died meanwhile."""
        if idle is not None:
            try:
                begin(idle)
            except self._troubles:
                idle.close()
            else:
                return idle
        sight = _Sight.through(self._window.connect())
        try:
            begin(sight)
        except BaseException:
            sight.close()
            raise
        return sight

    def _ended(self, sight: _Sight, end: _Step) -> _Sight | None:
        """Return the connection if it is good for another look."""
        is_good = False
        try:
            with suppress(*self._troubles):
                end(sight)
                is_good = sight.is_good()
        finally:
            if not is_good:
                sight.close()
        return sight if is_good else None

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


def _way_to_hear(driver: Any) -> Callable[[], object]:
    """Return how to learn that the server hung up: it does not speak unasked but to say so."""
    if not hasattr(driver, "pgconn"):
        return bool
    heard = poll()
    heard.register(driver.pgconn.socket, POLLIN)
    return partial(heard.poll, 0)


def _empty_places() -> "LifoQueue[_Sight | None]":
    places: LifoQueue[_Sight | None] = LifoQueue()
    for _ in range(MOST_AT_ONCE):
        places.put(None)
    return places
