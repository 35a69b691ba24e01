"""Commands that read the files of the billing system."""

from pathlib import Path
from typing import Any

import click

from siegvo.application.exchange.report import ImportReport
from siegvo.application.portal import Portal
from siegvo.application.ports.feeds import Refuse
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.billing_imports import collections, invoice_lines, invoices
from siegvo.entrypoints.cli.explained import Room
from siegvo.entrypoints.cli.import_run import Asked, asked_options, run_import
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.exchange_files import Watch, open_contracts, open_meters, open_readings


@click.group(
    "import",
    cls=Room,
    help="Recevoir un fichier de la facturation.",
    examples={
        "siegvo import contracts contrats.csv --dry-run": "essayer, sans rien enregistrer",
        "siegvo import contracts contrats.csv": "",
        "siegvo import readings releves.csv": "",
    },
)
def imports() -> None: ...


@imports.command(
    examples={
        "siegvo import contracts contrats.csv --dry-run": "essayer d’abord",
        "siegvo import contracts contrats.csv": "",
        "siegvo import contracts contrats.csv --reject-file rejets.csv --json": (
            "pour un programme"
        ),
    },
)
@asked_options
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

    run_import(asked, run)


@imports.command(examples={"siegvo import meters compteurs.csv": ""})
@asked_options
@pass_portal
def meters(portal: Portal, /, **typed: Any) -> None:
    """Recevoir les compteurs. Leurs contrats doivent être connus."""
    asked = Asked(**typed)

    def run(file: Path, watch: Watch, refuse: Refuse) -> ImportReport:
        with open_meters(file, watch=watch) as feed:
            return portal.exchange.import_meters(
                feed, dry_run=asked.dry_run, refuse=refuse, actor=clerk()
            )

    run_import(asked, run)


@imports.command(examples={"siegvo import readings releves.csv": ""})
@asked_options
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

    run_import(asked, run)


for _command in (invoices, invoice_lines, collections):
    imports.add_command(_command)
