"""The lines of a text, as an editor numbers them, a block at a time."""

from collections.abc import Iterator
from typing import Final, TextIO

BLOCK: Final = 1 << 16

LONGEST: Final = 32_000
"""Characters of a line.  What is longer is cut just beyond, so that it still shows."""


def blocks_of(text: TextIO) -> Iterator[tuple[list[str], bool]]:
    """Yield the lines, without their ends, and whether these are the last ones."""
    rest = ""
    while piece := text.read(BLOCK):
        lines = (rest + piece).split("\n")
        rest = lines.pop()[: LONGEST + 1]
        yield lines, False
    yield ([rest] if rest else []), True
