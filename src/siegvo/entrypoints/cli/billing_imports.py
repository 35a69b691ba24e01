"""Commands that read the files about invoices."""

from pathlib import Path
from typing import Any

import click

from siegvo.application.exchange.report import ImportReport
from siegvo.application.portal import Portal
from siegvo.application.ports.feeds import Refuse
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.explained import Explained
from siegvo.entrypoints.cli.import_run import Asked, asked_options, run_import
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.exchange_files import (
    Watch,
    open_collections,
    open_invoice_lines,
    open_invoices,
    pdfs_in,
)


@click.command(
    cls=Explained,
    examples={
        "siegvo import invoices factures.csv --pdf-dir pdf": "",
        "siegvo import invoices factures.csv --dry-run": "essayer d’abord",
    },
)
@asked_options
@click.option(
    "--pdf-dir",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DOSSIER",
    help="Où sont les PDF que nomme la colonne fichier_pdf.",
)
@pass_portal
def invoices(portal: Portal, /, *, pdf_dir: Path | None = None, **typed: Any) -> None:
    """Recevoir les factures, les acomptes et les avoirs. Leurs contrats doivent être connus.

    Une facture connue est mise à jour, sauf si sa situation est plus ancienne que celle que le
    portail connaît. Sans --pdf-dir, les PDF déjà reçus restent.
    """
    asked = Asked(**typed)

    def run(file: Path, watch: Watch, refuse: Refuse) -> ImportReport:
        with open_invoices(file, watch=watch) as feed:
            return portal.exchange.import_invoices(
                feed,
                find_pdf=pdfs_in(pdf_dir) if pdf_dir else None,
                dry_run=asked.dry_run,
                refuse=refuse,
                actor=clerk(),
            )

    run_import(asked, run)


@click.command(
    "invoice-lines",
    cls=Explained,
    examples={"siegvo import invoice-lines lignes-factures.csv": ""},
)
@asked_options
@pass_portal
def invoice_lines(portal: Portal, /, **typed: Any) -> None:
    """Recevoir les lignes des factures. Leurs factures doivent être connues."""
    asked = Asked(**typed)

    def run(file: Path, watch: Watch, refuse: Refuse) -> ImportReport:
        with open_invoice_lines(file, watch=watch) as feed:
            return portal.exchange.import_invoice_lines(
                feed, dry_run=asked.dry_run, refuse=refuse, actor=clerk()
            )

    run_import(asked, run)


@click.command(cls=Explained, examples={"siegvo import collections encaissements.csv": ""})
@asked_options
@pass_portal
def collections(portal: Portal, /, **typed: Any) -> None:
    """Recevoir les encaissements du Trésor public. Leurs factures doivent être connues.

    Deux encaissements d’une facture, le même jour, du même montant et par le même moyen, n’en
    font qu’un.
    """
    asked = Asked(**typed)

    def run(file: Path, watch: Watch, refuse: Refuse) -> ImportReport:
        with open_collections(file, watch=watch) as feed:
            return portal.exchange.import_collections(
                feed, dry_run=asked.dry_run, refuse=refuse, actor=clerk()
            )

    run_import(asked, run)
