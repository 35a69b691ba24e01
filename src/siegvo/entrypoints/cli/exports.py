"""Commands that write files for the billing system."""

from datetime import date
from pathlib import Path

import click

from siegvo.application.portal import Portal
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.os_words import reason
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.private_exports import direct_debits, mandates
from siegvo.entrypoints.cli.since import since_option
from siegvo.entrypoints.exchange_files import (
    write_e_invoices,
    write_payment_modes,
    write_readings,
    write_requests,
)

_output = click.option(
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    metavar="FICHIER",
    help="Où écrire\u00a0; par défaut, sur la sortie standard.",
)


@click.group("export", help="Préparer un fichier pour la facturation.")
def exports() -> None: ...


exports.add_command(mandates)
exports.add_command(direct_debits)


@exports.command(short_help="Écrire les relevés acceptés des abonnés.")
@since_option
@_output
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


@exports.command(short_help="Écrire les démarches des abonnés.")
@since_option
@_output
@pass_portal
def requests(portal: Portal, *, since: date | None, output: Path | None) -> None:
    """Écrire les demandes d’abonnement et de résiliation, les fuites et les autres demandes.

    Sans --since, seulement celles que personne n’a encore traitées\u00a0; elles sont ensuite notées
    transmises.
    """
    to = None if output == Path("-") else output
    try:
        count = portal.exchange.export_requests(
            since=since,
            hand_over=lambda due: write_requests(due, to=to),
            actor=clerk(),
        )
    except OSError as trouble:
        message = (
            f"Le fichier ne peut pas être écrit ({reason(trouble)})\u00a0:"
            " aucune démarche n’est notée transmise."
        )
        raise click.ClickException(message) from trouble
    exported = f"{count} démarches exportées" if count > 1 else f"{count} démarche exportée"
    click.echo(f"{exported}.", err=True)


@exports.command("e-invoices", short_help="Écrire qui veut la e-facture, ou le papier.")
@since_option
@_output
@pass_portal
def e_invoices(portal: Portal, *, since: date | None, output: Path | None) -> None:
    """Écrire les adhésions à la e-facture et les retours au papier.

    Sans --since, seulement ce que personne n’a encore traité\u00a0; c’est ensuite noté transmis.
    """
    to = None if output == Path("-") else output
    try:
        count = portal.exchange.export_e_invoices(
            since=since,
            hand_over=lambda due: write_e_invoices(due, to=to),
            actor=clerk(),
        )
    except OSError as trouble:
        message = (
            f"Le fichier ne peut pas être écrit ({reason(trouble)})\u00a0:"
            " aucune demande n’est notée transmise."
        )
        raise click.ClickException(message) from trouble
    exported = f"{count} demandes exportées" if count > 1 else f"{count} demande exportée"
    click.echo(f"{exported}.", err=True)


@exports.command("payment-modes", short_help="Écrire les changements de mode de règlement.")
@since_option
@_output
@pass_portal
def payment_modes(portal: Portal, *, since: date | None, output: Path | None) -> None:
    """Écrire les changements de mode de règlement confirmés, une fois leur délai passé.

    Sans --since, seulement ceux qui ne sont pas encore partis. Les comptes à débiter partent
    avec les mandats.
    """
    to = None if output == Path("-") else output
    try:
        count = portal.exchange.export_payment_modes(
            since=since,
            hand_over=lambda due: write_payment_modes(due, to=to),
            actor=clerk(),
        )
    except OSError as trouble:
        message = (
            f"Le fichier ne peut pas être écrit ({reason(trouble)})\u00a0:"
            " aucun changement n’est noté transmis."
        )
        raise click.ClickException(message) from trouble
    exported = f"{count} changements exportés" if count > 1 else f"{count} changement exporté"
    click.echo(f"{exported}.", err=True)
