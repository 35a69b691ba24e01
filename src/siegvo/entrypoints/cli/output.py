"""What commands print: a table for people, JSON for programs."""

import json
import sys
from datetime import date, datetime
from enum import Enum
from typing import Any

import click

from siegvo.entrypoints.cli.table import Table

json_option = click.option("--json", "as_json", is_flag=True, help="Écrire du JSON.")


def print_json(value: object) -> None:
    """Write `value`: days and instants in ISO 8601, domain values as they are read back."""
    click.echo(json.dumps(value, default=_plain, ensure_ascii=False, indent=2))


def print_table(table: Table) -> None:
    """Align the columns; colours and frames only on a terminal."""
    if not sys.stdout.isatty():
        _print_plain(table)
        return
    # Rich takes longer to import than most commands to run: only a terminal pays for it.
    from siegvo.entrypoints.cli.rich_table import print_rich_table  # noqa: PLC0415

    print_rich_table(table)


def _print_plain(table: Table) -> None:
    lines = [table.headings, *table.rows]
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (
            f"{cell:>{width}}" if rank in table.figures else f"{cell:<{width}}"
            for rank, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        click.echo("  ".join(cells).rstrip())


def _plain(value: object) -> Any:
    match value:
        case Enum():
            return value.value
        case datetime() | date():
            return value.isoformat()
        case _:
            return str(value)
