"""Tables laid out in columns, as wide as there is room for."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final

import attrs
import click

from siegvo.entrypoints.cli.table import Table

_GAP: Final = 2
_WIDEST_GAP: Final = 4
_LEAST: Final = 20


def lines_of(table: Table, *, width: int | None = None) -> Iterator[str]:
    """Yield the lines of a table that takes no more than `width` columns, if it must not.

    What does not fit even when it is cut short is laid out as records, a fact to a line.
    """
    for candidate in (table, _without_details(table)):
        widths = _natural(candidate)
        if width is None or _is_narrow_enough(widths, width) or _shrink(candidate, widths, width):
            yield from _columns(candidate, widths, gap=_gap(widths, width))
            return
    yield from _records(table, width or 0)


def _natural(table: Table) -> list[int]:
    columns = zip(table.headings, *table.rows, strict=True)
    return [max(map(len, column)) for column in columns]


def _is_narrow_enough(widths: Sequence[int], width: int) -> bool:
    return _missing(widths, width) <= 0


def _missing(widths: Sequence[int], width: int) -> int:
    return sum(widths) + _GAP * (len(widths) - 1) - width


def _shrink(table: Table, widths: list[int], width: int) -> bool:
    """Take from the widest elastic columns what is missing, and say whether it was enough."""
    while _missing(widths, width) > 0:
        spare = {
            rank: widths[rank] for rank, least in table.elastic.items() if widths[rank] > least
        }
        if not spare:
            return False
        widths[max(spare, key=lambda rank: spare[rank])] -= 1
    return True


def _without_details(table: Table) -> Table:
    rows = [
        [
            cell.partition(table.details[rank])[0] if rank in table.details else cell
            for rank, cell in enumerate(row)
        ]
        for row in table.rows
    ]
    return attrs.evolve(table, rows=rows)


def _gap(widths: Sequence[int], width: int | None) -> int:
    """Return how far apart columns are: wider where a terminal leaves room."""
    if width is None or len(widths) == 1:
        return _GAP
    spare = -_missing(widths, width) // (len(widths) - 1)
    return min(_GAP + max(spare, 0), _WIDEST_GAP)


def _columns(table: Table, widths: Sequence[int], *, gap: int) -> Iterator[str]:
    for number, line in enumerate((table.headings, *table.rows)):
        cells = (
            _fitted(cell, widths[rank], is_figure=rank in table.figures)
            for rank, cell in enumerate(line)
        )
        text = (" " * gap).join(cells).rstrip()
        yield text if number else click.style(text, bold=True)


def _fitted(cell: str, width: int, *, is_figure: bool) -> str:
    if len(cell) > width:
        cell = cell[: width - 1].rstrip() + "…"
    return f"{cell:>{width}}" if is_figure else f"{cell:<{width}}"


def _records(table: Table, width: int) -> Iterator[str]:
    margin = max(map(len, table.headings)) + _GAP
    for number, row in enumerate(table.rows):
        if number:
            yield ""
        for heading, cell in zip(table.headings, row, strict=True):
            first, *others = wrap(cell, max(width - margin, _LEAST)) or [""]
            yield click.style(f"{heading:<{margin}}", bold=True) + first
            yield from (" " * margin + other for other in others)
