"""What commands print: a table for people, JSON for programs."""

import json
import sys
from datetime import date, datetime
from enum import Enum
from shutil import get_terminal_size
from typing import Any

import click

from siegvo.entrypoints.cli.layout import lines_of
from siegvo.entrypoints.cli.table import Table

json_option = click.option("--json", "as_json", is_flag=True, help="Écrire du JSON.")


def print_json(value: object) -> None:
    """Write `value`: days and instants in ISO 8601, domain values as they are read back."""
    click.echo(json.dumps(value, default=_plain, ensure_ascii=False, indent=2))


def print_table(table: Table) -> None:
    """Align the columns; on a terminal they fit it, in a pipe nothing is cut short."""
    for line in lines_of(table, width=terminal_width()):
        click.echo(line)


def say_next(sentence: str, *commands: str) -> None:
    """Say what may be done now, and how, to whoever reads a terminal; a pipe is not told."""
    if sys.stdout.isatty():
        lines = [sentence, *(f"  {command}" for command in commands)]
        click.secho("\n" + "\n".join(lines), dim=True)


def terminal_width() -> int | None:
    """Return how wide the terminal is, if standard output is one."""
    return get_terminal_size().columns if sys.stdout.isatty() else None


def _plain(value: object) -> Any:
    match value:
        case Enum():
            return value.value
        case datetime() | date():
            return value.isoformat()
        case _:
            return str(value)
