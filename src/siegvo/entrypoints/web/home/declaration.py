"""What the law has a public service say of its accessibility, reckoned from what was checked."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Final

import attrs

_HALF: Final = 50


class State(Enum):
    """What is known of a criterion of the RGAA; the value is how many are, in French."""

    TESTED = "{} conforme{s} par un test"
    READ = "{} conforme{s} à la lecture"
    NOT_MET = "{} non conforme{s}"
    UNCHECKED = "{} non vérifié{s}"
    ABSENT = "{} non applicable{s}"

    def count(self, many: int) -> str:
        """Say how many criteria are so: `2 conformes par un test`."""
        return self.value.format(many, s="s" if many > 1 else "")

    @property
    def word(self) -> str:
        """Say it of one criterion: `conforme par un test`."""
        return self.value.format("", s="").strip()

    @property
    def is_met(self) -> bool:
        return self in {State.TESTED, State.READ}


@attrs.frozen(kw_only=True)
class Proof:
    """A test that runs at each change: what it sees, and its name."""

    sees: str
    test: str


@attrs.frozen(kw_only=True)
class Criterion:
    """`about` says in short what it asks for; `why` what is amiss, or what was not looked at."""

    about: str
    state: State
    proof: Proof | None = None
    why: str = ""


def tested(about: str, proof: Proof) -> Criterion:
    return Criterion(about=about, state=State.TESTED, proof=proof)


def read(about: str) -> Criterion:
    return Criterion(about=about, state=State.READ)


def not_met(about: str, why: str) -> Criterion:
    return Criterion(about=about, state=State.NOT_MET, why=why)


def unchecked(about: str, why: str = "") -> Criterion:
    return Criterion(about=about, state=State.UNCHECKED, why=why)


def absent(*about: str) -> tuple[Criterion, ...]:
    return tuple(Criterion(about=each, state=State.ABSENT) for each in about)


@attrs.frozen
class Theme:
    """One of the thirteen, with its criteria in their order."""

    number: int
    title: str
    criteria: tuple[Criterion, ...]

    def numbered(self) -> list[tuple[str, Criterion]]:
        return [(f"{self.number}.{rank}", each) for rank, each in enumerate(self.criteria, start=1)]

    @property
    def summary(self) -> str:
        """Count its states, those there are: `2 conformes par un test, 1 non applicable`."""
        return ", ".join(_counts(self.criteria))


@attrs.frozen(kw_only=True)
class Declaration:
    """`audited_on`: when somebody last judged every criterion by the method of the RGAA."""

    themes: tuple[Theme, ...]
    established_on: date
    audited_on: date | None = None

    @property
    def conformity(self) -> str:
        """Return the words of the decree of 20 September 2019.

        Without the results of an audit nothing but the last may be said, whatever our count.
        """
        if not self.audited_on or self.met_percent < _HALF:
            return "non conforme"
        is_whole = len(self.met) == len(self.applicable)
        return "totalement conforme" if is_whole else "partiellement conforme"

    @property
    def criteria(self) -> list[Criterion]:
        return [each for theme in self.themes for each in theme.criteria]

    @property
    def applicable(self) -> list[Criterion]:
        return [each for each in self.criteria if each.state is not State.ABSENT]

    @property
    def met(self) -> list[Criterion]:
        return [each for each in self.criteria if each.state.is_met]

    @property
    def met_percent(self) -> int:
        """Return the share of those that apply, rounded down."""
        return 100 * len(self.met) // len(self.applicable)

    @property
    def counts(self) -> list[str]:
        return list(_counts(tuple(self.criteria)))

    @property
    def not_met(self) -> list[tuple[str, Criterion]]:
        return self._those(State.NOT_MET)

    @property
    def unchecked(self) -> list[tuple[str, Criterion]]:
        return self._those(State.UNCHECKED)

    @property
    def proofs(self) -> list[Proof]:
        """Return the tests that criteria stand on, each once."""
        return list(dict.fromkeys(each.proof for each in self.criteria if each.proof))

    def _those(self, state: State) -> list[tuple[str, Criterion]]:
        every = (pair for theme in self.themes for pair in theme.numbered())
        return [(number, each) for number, each in every if each.state is state]


def _counts(criteria: tuple[Criterion, ...]) -> Iterator[str]:
    for state in State:
        if many := sum(each.state is state for each in criteria):
            yield state.count(many)
