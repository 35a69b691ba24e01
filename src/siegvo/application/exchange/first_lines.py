"""Where a file first speaks of each thing."""

from array import array
from collections.abc import Hashable
from typing import Final

import attrs

_FEWEST: Final = 1 << 10
_LINE_BITS: Final = 28
_LINE: Final = (1 << _LINE_BITS) - 1
_DIGEST: Final = (1 << 64 - _LINE_BITS) - 1
_WORD: Final = (1 << 64) - 1


def _nothing(places: int) -> "array[int]":
    return array("Q", (0,)) * places


@attrs.define
class FirstLines:
    """For each name the line, and a digest of what it says: files are long.

    They lie in a table of open addresses that doubles.  It takes 22 to 43 bytes for each; a
    dictionary took two hundred.
    """

    _names: "array[int]" = attrs.field(factory=lambda: _nothing(_FEWEST))
    _said: "array[int]" = attrs.field(factory=lambda: _nothing(_FEWEST))
    _count: int = 0

    def note(self, name: str, *, line: int, fact: Hashable) -> None:
        if 4 * self._count >= 3 * len(self._names):
            self._double()
        self._put(_key(name), _digest(fact) << _LINE_BITS | line & _LINE)

    def of(self, name: str) -> int | None:
        """Return the line where the file first speaks of it, if it did."""
        return self._said[self._place(_key(name))] & _LINE or None

    def agrees(self, name: str, fact: Hashable) -> bool:
        """Say whether that line says the same."""
        return self._said[self._place(_key(name))] >> _LINE_BITS == _digest(fact)

    def _place(self, key: int) -> int:
        """Return where a name stands, or would."""
        names, last = self._names, len(self._names) - 1
        place = key & last
        while (there := names[place]) and there != key:
            place = place + 1 & last
        return place

    def _put(self, key: int, said: int) -> None:
        place = self._place(key)
        self._count += not self._names[place]
        self._names[place], self._said[place] = key, said

    def _double(self) -> None:
        kept, places = zip(self._names, self._said, strict=True), 2 * len(self._names)
        self._names, self._said, self._count = _nothing(places), _nothing(places), 0
        for key, said in kept:
            if key:
                self._put(key, said)


def _key(name: str) -> int:
    """Return what stands for a name, never zero."""
    return hash(name) & _WORD or 1


def _digest(fact: Hashable) -> int:
    # Two numbers have one hash, -1 and -2: who digests figures below zero writes them out.
    return hash(fact) & _DIGEST
