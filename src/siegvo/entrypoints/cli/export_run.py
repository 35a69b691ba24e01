"""What every command that writes a file for the billing system does."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import attrs
import click

from siegvo.entrypoints.cli.os_words import reason
from siegvo.entrypoints.cli.output import json_option, print_json, terminal_width
from siegvo.entrypoints.cli.progress import progress_of
from siegvo.entrypoints.cli.since import since_option


@attrs.frozen(kw_only=True)
class Leaving:
    """What leaves, by its French name, and what is not done when it cannot be written."""

    one: str
    several: str
    undone: str


@attrs.frozen(kw_only=True)
class Asked:
    """Where to write, and how to tell it."""

    output: Path | None
    as_json: bool

    @property
    def to(self) -> Path | None:
        """Return a file, or nothing for standard output."""
        return None if self.output == Path("-") else self.output


def asked_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that every export has."""
    for add in (
        json_option,
        click.option(
            "--output",
            type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
            metavar="FICHIER",
            help="Où écrire\u00a0; par défaut, sur la sortie standard.",
        ),
        since_option,
    ):
        command = add(command)
    return command


def run_export(asked: Asked, leaving: Leaving, run: Callable[[Path | None], int]) -> None:
    """Write the file, and tell on the error stream how much left; in JSON, on the other."""
    check_json_has_room(asked)
    with refusing_unwritten(leaving.undone), moving(asked):
        count = run(asked.to)
    say_count(asked, leaving, count)


def say_count(asked: Asked, leaving: Leaving, count: int) -> None:
    """Tell how much left."""
    if asked.as_json:
        print_json({"exported": count, "file": asked.to})
        return
    noun = leaving.several if count > 1 else leaving.one
    click.echo(f"{count} {noun}.", err=True)


def check_json_has_room(asked: Asked) -> None:
    """Let pass, unless the file and the JSON would go to the same place.

    Raises:
        UsageError: they would.
    """
    if asked.as_json and asked.to is None:
        message = (
            "Avec --json, donnez --output FICHIER\u00a0: la sortie standard ne peut pas porter"
            " à la fois le fichier et le JSON."
        )
        raise click.UsageError(message)


@contextmanager
def refusing_unwritten(undone: str) -> Iterator[None]:
    """Say why the file cannot be written, and what that leaves undone."""
    try:
        yield
    except OSError as trouble:
        message = (
            f"Le fichier ne peut pas être écrit ({reason(trouble)})\u00a0: {undone}."
            " Choisissez un autre endroit par --output."
        )
        raise click.ClickException(message) from trouble


def moving(asked: Asked) -> AbstractContextManager[None]:
    """Show that the work goes on, unless the file itself is shown on the terminal."""
    if asked.to is None and terminal_width():
        return nullcontext()
    return progress_of("Préparation du fichier")
