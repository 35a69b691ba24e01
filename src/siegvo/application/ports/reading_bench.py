"""Where the readings of one file lie until all of them are judged."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from typing import Protocol

import attrs

from siegvo.application.ports.feeds import ReadingRows, Rejection
from siegvo.domain.errors import Refused


@attrs.frozen(kw_only=True)
class MeterUnknown(Refused):
    serial: str


@attrs.frozen(kw_only=True)
class ReadingAhead(Refused):
    """Its day has not come yet."""

    taken_on: date


@attrs.frozen(kw_only=True)
class ReadingBeforeFitted(Refused):
    taken_on: date
    fitted_on: date


@attrs.frozen(kw_only=True)
class ReadingAfterRemoved(Refused):
    taken_on: date
    removed_on: date


@attrs.frozen(kw_only=True)
class ReadingOnLine(Refused):
    """The file says something else of the same meter and day further up."""

    serial: str
    taken_on: date
    line: int


@attrs.frozen(kw_only=True)
class Judged:
    """How many readings were new, said something new, or were known as they are."""

    created: int
    updated: int
    unchanged: int


class ReadingBench(Protocol):
    """Millions of rows may lie here: they are looked at all together, never one by one.

    Nobody else sees them, and they are gone when the bench is cleared.  Of several
    readings of a meter on the same day, the first line stands: those that say the same are known,
    the others refused.  The billing system is the master: what it says replaces what is known.
    """

    def lay(self, rows: ReadingRows) -> None:
        """Add the next rows of the file."""

    def weigh(self, *, today: date) -> Judged:
        """Say what `keep` would do."""

    def keep(self, *, today: date) -> Judged:
        """Keep the good ones, in several transactions; a second time, nothing is new."""

    def refused(self) -> Iterator[Rejection]:
        """Return those that `weigh` or `keep` refused, in the order of their lines."""


OpenReadingBench = Callable[[], AbstractContextManager[ReadingBench]]
"""Clear a bench.

Raises:
    DatabaseUnavailable: it cannot be reached, is locked or full.
"""
