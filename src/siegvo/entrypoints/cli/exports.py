"""Commands that write files for the billing system."""

from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from siegvo.application.portal import Portal
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.explained import Room
from siegvo.entrypoints.cli.export_run import Asked, Leaving, asked_options, run_export
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.private_exports import direct_debits, mandates
from siegvo.entrypoints.exchange_files import (
    write_e_invoices,
    write_payment_modes,
    write_readings,
    write_requests,
)

_READINGS: Final = Leaving(
    one="relevé exporté", several="relevés exportés", undone="aucun relevé n’est noté parti"
)
_REQUESTS: Final = Leaving(
    one="démarche exportée",
    several="démarches exportées",
    undone="aucune démarche n’est notée transmise",
)
_E_INVOICES: Final = Leaving(
    one="demande exportée",
    several="demandes exportées",
    undone="aucune demande n’est notée transmise",
)
_PAYMENT_MODES: Final = Leaving(
    one="changement exporté",
    several="changements exportés",
    undone="aucun changement n’est noté transmis",
)


@click.group(
    "export",
    cls=Room,
    help="Préparer un fichier pour la facturation.",
    examples={
        "siegvo export readings --output releves-abonnes.csv": "",
        "siegvo export readings --since 01/11/2026 --output releves-abonnes.csv": (
            "le fichier s’est perdu"
        ),
        "siegvo export mandates --output mandats.csv": "",
    },
)
def exports() -> None: ...


exports.add_command(mandates)
exports.add_command(direct_debits)


@exports.command(
    short_help="Écrire les relevés acceptés des abonnés.",
    examples={
        "siegvo export readings --output releves-abonnes.csv": "",
        "siegvo export readings --since 01/11/2026 --output releves-abonnes.csv": (
            "reprendre ce qui est parti depuis ce jour"
        ),
    },
)
@asked_options
@pass_portal
def readings(portal: Portal, /, *, since: date | None, **typed: Any) -> None:
    """Écrire les relevés transmis par les abonnés et acceptés, puis les noter comme partis.

    Sans --since, seulement ceux qui ne sont pas encore partis.
    """

    def run(to: Path | None) -> int:
        return portal.exchange.export_readings(
            since=since, hand_over=lambda due: write_readings(due, to=to), actor=clerk()
        )

    run_export(Asked(**typed), _READINGS, run)


@exports.command(
    short_help="Écrire les démarches des abonnés.",
    examples={
        "siegvo export requests --output demarches.csv": "",
        "siegvo export requests --since 01/11/2026 --output demarches.csv": (
            "reprendre ce qui est parti depuis ce jour"
        ),
    },
)
@asked_options
@pass_portal
def requests(portal: Portal, /, *, since: date | None, **typed: Any) -> None:
    """Écrire les demandes d’abonnement et de résiliation, les fuites et les autres demandes.

    Sans --since, seulement celles que personne n’a encore traitées\u00a0; elles sont ensuite notées
    transmises.
    """

    def run(to: Path | None) -> int:
        return portal.exchange.export_requests(
            since=since, hand_over=lambda due: write_requests(due, to=to), actor=clerk()
        )

    run_export(Asked(**typed), _REQUESTS, run)


@exports.command(
    "e-invoices",
    short_help="Écrire qui veut la e-facture, ou le papier.",
    examples={"siegvo export e-invoices --output e-factures.csv": ""},
)
@asked_options
@pass_portal
def e_invoices(portal: Portal, /, *, since: date | None, **typed: Any) -> None:
    """Écrire les adhésions à la e-facture et les retours au papier.

    Sans --since, seulement ce que personne n’a encore traité\u00a0; c’est ensuite noté transmis.
    """

    def run(to: Path | None) -> int:
        return portal.exchange.export_e_invoices(
            since=since, hand_over=lambda due: write_e_invoices(due, to=to), actor=clerk()
        )

    run_export(Asked(**typed), _E_INVOICES, run)


@exports.command(
    "payment-modes",
    short_help="Écrire les changements de mode de règlement.",
    examples={"siegvo export payment-modes --output modes-de-reglement.csv": ""},
)
@asked_options
@pass_portal
def payment_modes(portal: Portal, /, *, since: date | None, **typed: Any) -> None:
    """Écrire les changements de mode de règlement confirmés, une fois leur délai passé.

    Sans --since, seulement ceux qui ne sont pas encore partis. Les comptes à débiter partent
    avec les mandats.
    """

    def run(to: Path | None) -> int:
        return portal.exchange.export_payment_modes(
            since=since, hand_over=lambda due: write_payment_modes(due, to=to), actor=clerk()
        )

    run_export(Asked(**typed), _PAYMENT_MODES, run)
