"""Commands that write files for the billing system."""

from datetime import date
from pathlib import Path

import click

from siegvo.adapters.french.days import parse_day
from siegvo.application.portal import Portal
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.os_words import reason
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.values import Parsed
from siegvo.entrypoints.exchange_files import write_readings


@click.group("export", help="Préparer un fichier pour la facturation.")
def exports() -> None: ...


@exports.command(short_help="Écrire les relevés acceptés des abonnés.")
@click.option(
    "--since",
    type=Parsed("date", parse_day),
    metavar="DATE",
    help="Reprendre aussi ce qui est parti depuis ce jour.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    metavar="FICHIER",
    help="Où écrire\u00a0; par défaut, sur la sortie standard.",
)
@pass_portal
def readings(portal: Portal, *, since: date | None, output: Path | None) -> None:
    """Écrire les relevés transmis par les abonnés et acceptés, puis les noter comme partis.

    Sans --since, seulement ceux qui ne sont pas encore partis.
    """
    to = None if output == Path("-") else output
    try:
        count = portal.exchange.export_readings(
            since=since,
            hand_over=lambda due: write_readings(due, to=to),
            actor=clerk(),
        )
    except OSError as trouble:
        message = (
            f"Le fichier ne peut pas être écrit ({reason(trouble)})\u00a0:"
            " aucun relevé n’est noté parti."
        )
        raise click.ClickException(message) from trouble
    exported = f"{count} relevés exportés" if count > 1 else f"{count} relevé exporté"
    click.echo(f"{exported}.", err=True)
