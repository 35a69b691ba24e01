"""Commands that read the files of the billing system."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import click

from siegvo.application.exchange.report import ImportReport
from siegvo.application.portal import Portal
from siegvo.application.ports.feeds import Refuse
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.import_outcome import Outcome, say_outcome
from siegvo.entrypoints.cli.os_words import reason
from siegvo.entrypoints.cli.output import json_option
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.progress import progress_through
from siegvo.entrypoints.cli.rejected import Rejected, place_for_rejects
from siegvo.entrypoints.exchange_files import (
    Watch,
    open_contracts,
    open_meters,
    open_readings,
    settled,
)


@attrs.frozen(kw_only=True)
class Asked:
    """What was typed after the name of the command."""

    file: Path
    dry_run: bool
    reject_file: Path | None
    as_json: bool


Run = Callable[[Path, Watch, Refuse], ImportReport]


def _asked(command: Callable[..., None]) -> Callable[..., None]:
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


@click.group("import", help="Recevoir un fichier de la facturation.")
def imports() -> None: ...


@imports.command()
@_asked
@click.option(
    "--confirm",
    is_flag=True,
    help="Accepter que beaucoup de contrats changent de redevable d’un coup.",
)
@click.option(
    "--key-bits",
    type=click.IntRange(0, 160),
    metavar="BITS",
    help="Force des clés de sécurité, si elle est moindre que leur longueur ne le laisse croire.",
)
@pass_portal
def contracts(
    portal: Portal, /, *, confirm: bool, key_bits: int | None = None, **typed: Any
) -> None:
    """Recevoir les contrats et leurs redevables.

    Un contrat connu est mis à jour\u00a0; s’il a changé de redevable, chacun garde sa période.
    Avec une clé de moins de 40\u00a0bits, les rattachements attendent votre accord\u00a0; avec
    moins de 20, ils se font au guichet.
    """
    asked = Asked(**typed)

    def run(file: Path, watch: Watch, refuse: Refuse) -> ImportReport:
        with open_contracts(file, watch=watch) as feed:
            return portal.exchange.import_contracts(
                feed,
                dry_run=asked.dry_run,
                confirmed=confirm,
                key_bits=key_bits,
                refuse=refuse,
                actor=clerk(),
            )

    _import(asked, run)


@imports.command()
@_asked
@pass_portal
def meters(portal: Portal, /, **typed: Any) -> None:
    """Recevoir les compteurs. Leurs contrats doivent être connus."""
    asked = Asked(**typed)

    def run(file: Path, watch: Watch, refuse: Refuse) -> ImportReport:
        with open_meters(file, watch=watch) as feed:
            return portal.exchange.import_meters(
                feed, dry_run=asked.dry_run, refuse=refuse, actor=clerk()
            )

    _import(asked, run)


@imports.command()
@_asked
@pass_portal
def readings(portal: Portal, /, **typed: Any) -> None:
    """Recevoir les relevés. Leurs compteurs doivent être connus.

    Les relevés transmis par les abonnés qui figurent dans le fichier sont clos.
    """
    asked = Asked(**typed)

    def run(file: Path, watch: Watch, refuse: Refuse) -> ImportReport:
        with open_readings(file, watch=watch) as feed:
            return portal.exchange.import_readings(
                feed, dry_run=asked.dry_run, refuse=refuse, actor=clerk()
            )

    _import(asked, run)


def _import(asked: Asked, run: Run) -> None:
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
        message = f"{asked.file} ne peut pas être lu\u00a0: {reason(trouble)}."
        raise click.ClickException(message) from trouble
    say_outcome(Outcome(file=asked.file, report=report, rejected=rejected), as_json=asked.as_json)
    if report.rejected:
        raise click.exceptions.Exit(1)
