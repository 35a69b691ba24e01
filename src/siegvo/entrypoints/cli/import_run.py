"""What every command that reads a file of the billing system does."""

from collections.abc import Callable
from pathlib import Path

import attrs
import click

from siegvo.application.exchange.report import ImportReport
from siegvo.application.ports.feeds import Refuse
from siegvo.entrypoints.cli.import_outcome import Outcome, say_outcome
from siegvo.entrypoints.cli.os_words import reason
from siegvo.entrypoints.cli.output import json_option
from siegvo.entrypoints.cli.progress import progress_through
from siegvo.entrypoints.cli.rejected import Rejected, place_for_rejects
from siegvo.entrypoints.exchange_files import Watch, settled


@attrs.frozen(kw_only=True)
class Asked:
    """What was typed after the name of the command."""

    file: Path
    dry_run: bool
    reject_file: Path | None
    as_json: bool


Run = Callable[[Path, Watch, Refuse], ImportReport]


def asked_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the file and the options that every import has."""
    for add in (
        json_option,
        click.option(
            "--reject-file",
            type=click.Path(dir_okay=False, path_type=Path),
            metavar="FICHIER",
            help="Où écrire les lignes refusées\u00a0; par défaut, FICHIER.rejets.csv.",
        ),
        click.option("--dry-run", is_flag=True, help="Vérifier le fichier sans rien enregistrer."),
        click.argument(
            "file",
            metavar="FICHIER",
            type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path),
        ),
    ):
        command = add(command)
    return command


def run_import(asked: Asked, run: Run) -> None:
    """Read the file, tell what became of it; rows that were refused are a failure."""
    place = place_for_rejects(asked.file, asked.reject_file, dry_run=asked.dry_run)
    try:
        with (
            settled(asked.file) as file,
            Rejected(place, source=file) as rejected,
            progress_through(file) as watch,
        ):
            report = run(file, watch, rejected.refuse)
    except OSError as trouble:
        message = (
            f"{asked.file} ne peut pas être lu\u00a0: {reason(trouble)}. Corrigez cela, puis"
            " recommencez\u00a0: rien ne sera compté deux fois."
        )
        raise click.ClickException(message) from trouble
    say_outcome(Outcome(file=asked.file, report=report, rejected=rejected), as_json=asked.as_json)
    if report.rejected:
        raise click.exceptions.Exit(1)
