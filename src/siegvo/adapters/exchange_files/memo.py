"""The same cell is read once."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from siegvo.domain.errors import DomainError

_MOST: Final = 4_000
"""The days of ten years; what is never twice the same is not kept for long."""


class Memo(dict[str, Any]):
    """What each text of a column was read as: a value, or why it cannot be read.

    Days, words and serial numbers come again and again in a file; looking one up is ten
    times faster than reading it.
    """

    def __init__(self, parse: Callable[[str], object]) -> None:
        super().__init__()
        self.parse = parse
        self.has_faults = False

    def __missing__(self, text: str) -> object:
        try:
            value = self.parse(text)
        except DomainError as fault:
            self.has_faults = True
            value = fault
        self[text] = value
        return value

    def read(self, cells: Sequence[str]) -> list[Any]:
        """Read a column of cells."""
        if len(self) > _MOST:
            self.clear()
            self.has_faults = False
        return list(map(self.__getitem__, cells))
