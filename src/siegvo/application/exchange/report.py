"""What became of a file."""

from collections import Counter
from collections.abc import Iterable
from heapq import merge
from typing import Any, Final, Self

import attrs

from siegvo.application.ports.feeds import Feed, Refuse, Rejection
from siegvo.domain.errors import DomainError

MOST_REMARKS: Final = 100
"""So many warnings are kept: who has more has one trouble, not hundreds."""


def nowhere(rejection: Rejection) -> None:
    """Put a rejected row nowhere."""
    del rejection


@attrs.frozen(kw_only=True)
class Warned:
    """Something to look at, with the line it stands on, if it stands on one."""

    line: int | None
    about: DomainError


@attrs.frozen(kw_only=True)
class ImportReport:
    """How many rows were new, changed something, changed nothing, or were refused.

    After a dry run, how many would.  `warnings` are the first hundred.
    """

    created: int
    updated: int
    unchanged: int
    rejected: int
    closed: int = 0
    """How many service requests the file shows as done."""
    warnings: tuple[Warned, ...] = ()
    is_dry_run: bool = False

    @property
    def read(self) -> int:
        return self.created + self.updated + self.unchanged + self.rejected

    @property
    def kept(self) -> int:
        return self.read - self.rejected

    @property
    def has_changed(self) -> bool:
        return bool(self.created or self.updated or self.closed) and not self.is_dry_run


@attrs.define
class Tally:
    """The report while it is written."""

    refuse: Refuse
    counted: Counter[str] = attrs.field(factory=Counter)
    warnings: list[Warned] = attrs.field(factory=list)

    @classmethod
    def of(cls, feed: Feed[Any], refuse: Refuse) -> Self:
        """Begin with what was passed over in the header."""
        tally = cls(refuse)
        for about in feed.warnings:
            tally.warn(about)
        return tally

    def count(self, outcome: str, times: int = 1) -> None:
        self.counted[outcome] += times

    def reject(self, *rejections: Iterable[Rejection]) -> None:
        """Hand on rejections, each iterable of them in order."""
        for each in merge(*rejections, key=lambda rejection: rejection.line):
            self.count("rejected")
            self.refuse(each)

    def warn(self, about: DomainError, *, line: int | None = None) -> None:
        if len(self.warnings) < MOST_REMARKS:
            self.warnings.append(Warned(line=line, about=about))

    def report(self, *, is_dry_run: bool, closed: int = 0) -> ImportReport:
        return ImportReport(
            created=self.counted["created"],
            updated=self.counted["updated"],
            unchanged=self.counted["unchanged"],
            rejected=self.counted["rejected"],
            closed=closed,
            warnings=tuple(self.warnings),
            is_dry_run=is_dry_run,
        )
