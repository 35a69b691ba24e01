"""What the portal does without when a library is not installed."""

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from typing import Final

from siegvo.entrypoints.findings import Fact, Finding

_NEEDED: Final[Mapping[str, Fact]] = {
    "typst": Fact.NO_PAPERS,
    "pikepdf": Fact.NO_PDF_READER,
}


def examine_extras() -> Iterator[Finding]:
    """Name what is missing; the portal opens all the same, and says so where it is asked for."""
    for module, fact in _NEEDED.items():
        if find_spec(module) is None:
            yield Finding(fact, module)
