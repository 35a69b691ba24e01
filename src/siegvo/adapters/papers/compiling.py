"""Typst: a template and its facts in, a PDF out."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

from siegvo.adapters.papers.typography import printable

Fact = str | int | bool | None | Sequence["Fact"] | Mapping[str, "Fact"]

_HERE: Final = Path(__file__).parent
_PACKAGE: Final = _HERE.parents[1]
_TEMPLATES: Final = _HERE / "templates"


def compiled(template: str, facts: Mapping[str, Fact]) -> bytes:
    """Set `facts` with that template of the package.

    They travel as JSON: nothing in them is taken for typst.  Other threads run meanwhile.
    """
    return typeset(_TEMPLATES / template, facts)


def typeset(source: Path, facts: Mapping[str, Fact] | None = None) -> bytes:
    """Set a typst file that stands somewhere in the package."""
    # Typst is large, and not installed everywhere: only those who make a paper pay.
    from typst import Compiler  # noqa: PLC0415

    compiler = Compiler(source, root=_PACKAGE, font_paths=_fonts(), ignore_system_fonts=True)
    pdf = compiler.compile(
        format="pdf",
        sys_inputs={"data": json.dumps(_printable(facts or {}))},
        # Kept for ten years, read by a screen reader: typst refuses what breaks either.
        pdf_standards=["a-3a", "ua-1"],
    )
    return cast("bytes", pdf)


@cache
def _fonts() -> Any:
    """Read the fonts once: ours, and those typst brings for alphabets that ours lacks."""
    from typst import Fonts  # noqa: PLC0415

    return Fonts(include_system_fonts=False, font_paths=[_HERE / "fonts"])


def _printable(fact: Fact) -> Fact:
    match fact:
        case str():
            return printable(fact)
        case Mapping():
            return {name: _printable(each) for name, each in fact.items()}
        case Sequence():
            return [_printable(each) for each in fact]
        case _:
            return fact
