"""Where a file first speaks of each thing."""

from collections.abc import Hashable
from typing import Final

import attrs

_LINE_BITS: Final = 32
_DIGEST: Final = (1 << 40) - 1


@attrs.define
class FirstLines:
    """For each name the line, and a digest of what it says, in a single number: files are long."""

    said: dict[str, int] = attrs.Factory(dict)

    def note(self, name: str, *, line: int, fact: Hashable) -> None:
        self.said[name] = _digest(fact) << _LINE_BITS | line

    def of(self, name: str) -> int | None:
        """Return the line where the file first speaks of it, if it did."""
        said = self.said.get(name)
        return None if said is None else said & ((1 << _LINE_BITS) - 1)

    def agrees(self, name: str, fact: Hashable) -> bool:
        """Say whether that line says the same."""
        return self.said[name] >> _LINE_BITS == _digest(fact)


def _digest(fact: Hashable) -> int:
    return hash(fact) & _DIGEST
