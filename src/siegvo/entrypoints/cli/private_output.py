"""Where a file with accounts in clear may go."""

import sys
from pathlib import Path
from typing import Final

import click

_WARNING: Final = "ce fichier contient des numéros de compte en clair"

private_output = click.option(
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    metavar="FICHIER",
    help="Où écrire\u00a0; seul son propriétaire pourra lire le fichier.",
)


def destination(output: Path | None) -> Path | None:
    """Return where to write, or nothing for a pipe that was asked for by `-`.

    Raises:
        UsageError: nowhere was said, or a terminal, which shows and keeps what it is given.
    """
    if output is None:
        message = f"Donnez --output FICHIER\u00a0: {_WARNING}."
        raise click.UsageError(message)
    if output != Path("-"):
        return output
    if is_terminal():
        message = f"Donnez un fichier à --output\u00a0: {_WARNING}, un terminal les montrerait."
        raise click.UsageError(message)
    return None


def is_terminal() -> bool:
    """Say whether standard output is shown to somebody."""
    return sys.stdout.isatty()


def warn(output: Path | None) -> None:
    """Remind whoever wrote such a file what becomes of it."""
    if output is not None:
        click.echo(
            f"Attention\u00a0: {_WARNING}. Transmettez-le par un canal sûr, puis effacez-le.",
            err=True,
        )
