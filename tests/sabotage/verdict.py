"""What the tests said of a sabotaged portal."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, Self

import attrs

from tests.sabotage.sabotage import Sabotage

_DOES_NOT_RUN: Final = frozenset(
    {
        "AttributeError",
        "ImportError",
        "IndentationError",
        "ModuleNotFoundError",
        "NameError",
        "SyntaxError",
        "UnboundLocalError",
    }
)
"""What says that the sabotage is no Python, rather than that a promise is broken."""


class Colour(StrEnum):
    RED = "red"
    GREEN = "STILL GREEN"
    BROKEN = "DOES NOT RUN"
    ELSEWHERE = "NOT THE COPY"
    NOTHING = "NO TEST RAN"
    SILENT = "NO ANSWER"


@attrs.frozen(kw_only=True)
class Failure:
    test: str
    when: str
    error: str
    words: str

    @property
    def is_behaviour(self) -> bool:
        """Say whether a test ran and saw something it did not expect."""
        return self.when == "call" and self.error not in _DOES_NOT_RUN


@attrs.frozen(kw_only=True)
class Seen:
    """What the witness wrote: which of our files were loaded, and which were not the copy's."""

    passed: frozenset[str]
    failures: tuple[Failure, ...]
    loaded: frozenset[str]
    foreign: tuple[str, ...]

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> Self:
        return cls(
            passed=frozenset(told["passed"]),
            failures=tuple(Failure(**each) for each in told["failures"]),
            loaded=frozenset(told["loaded"]),
            foreign=tuple(told["foreign"]),
        )


@attrs.frozen
class Verdict:
    """`by` is the test that turned red, or what went wrong otherwise."""

    colour: Colour
    by: str = ""
    words: str = ""

    @property
    def is_red(self) -> bool:
        return self.colour is Colour.RED


def judge(sabotage: Sabotage, seen: Seen | None) -> Verdict:
    """Say whether the tests noticed."""
    if seen is None:
        return Verdict(Colour.SILENT)
    if strayed := _elsewhere(sabotage, seen):
        return Verdict(Colour.ELSEWHERE, strayed)
    for each in seen.failures:
        if each.is_behaviour:
            return Verdict(Colour.RED, each.test, each.words)
    for each in seen.failures:
        return Verdict(Colour.BROKEN, each.test, each.words)
    return Verdict(Colour.GREEN if seen.passed else Colour.NOTHING, " ".join(sabotage.nodes))


def _elsewhere(sabotage: Sabotage, seen: Seen) -> str:
    """Name the code that ran in place of the sabotaged file, if any did."""
    if seen.foreign:
        return seen.foreign[0]
    is_code = sabotage.path.endswith(".py")
    has_run = bool(seen.passed or seen.failures)
    was_missed = has_run and is_code and sabotage.path not in seen.loaded
    return f"{sabotage.path} was never loaded" if was_missed else ""
