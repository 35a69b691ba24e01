"""One guard of the portal, switched off."""

from pathlib import Path
from typing import Final

import attrs

SOURCES: Final = "src/siegvo"


@attrs.frozen
class Sabotage:
    """One change of one file that breaks a promise, and the tests that must turn red of it.

    `goal` is a row of `docs/security.md`, or "rest"; `guard` says what is no longer so; `file`
    is below the sources and holds `was` exactly once; `tests` are named as pytest does, below
    `tests/`.
    """

    goal: str
    guard: str
    file: str
    was: str = attrs.field(kw_only=True, repr=False)
    now: str = attrs.field(kw_only=True, repr=False)
    tests: tuple[str, ...] = attrs.field(kw_only=True)

    @property
    def path(self) -> str:
        """Return the file below the root of the repository."""
        return f"{SOURCES}/{self.file}"

    @property
    def nodes(self) -> tuple[str, ...]:
        """Return the tests as pytest is asked for them."""
        return tuple(f"tests/{test}" for test in self.tests)

    def spoiled(self, root: Path) -> str:
        """Return the text of the file below `root`, its guard switched off.

        Raises:
            ValueError: the text to be changed does not stand there exactly once.
        """
        text = (root / self.path).read_text(encoding="utf-8")
        if text.count(self.was) != 1:
            message = f"{self.goal}, {self.guard}: {self.path} holds its text elsewhere now"
            raise ValueError(message)
        return text.replace(self.was, self.now)
