"""Values become rows, each of which may still contradict itself."""

from collections.abc import Callable
from typing import Any, TypeVar

from siegvo.adapters.exchange_files.columns import Values
from siegvo.application.ports.feeds import Rejection, Rows
from siegvo.domain.errors import DomainError

Row = TypeVar("Row")


def built(values: Values, build: Callable[[int, tuple[Any, ...]], Row]) -> Rows[Row]:
    """Build a row from each line's values; what `build` refuses is a bad row."""
    good, bad = list[Row](), list(values.bad)
    for line, row in zip(values.lines, zip(*values.columns, strict=True), strict=True):
        try:
            good.append(build(line, row))
        except DomainError as fault:
            bad.append(Rejection(line, fault))
    return Rows(good=good, bad=sorted(bad, key=lambda each: each.line))
