"""The command that counts."""

from collections.abc import Mapping
from typing import Final

import attrs
import click

from siegvo.adapters.french.values import number
from siegvo.application.portal import Portal
from siegvo.entrypoints.cli.explained import Explained
from siegvo.entrypoints.cli.output import json_option, print_json, print_table, say_next
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.table import Table

_NAMES: Final[Mapping[str, str]] = {
    "accounts": "Comptes actifs",
    "registrations": "Inscriptions à confirmer",
    "links": "Liens entre comptes et redevables",
    "contracts": "Contrats",
    "tenures": "Périodes de redevables",
    "payers": "Redevables",
    "meters": "Compteurs",
    "readings": "Relevés de la facturation",
    "sent_readings": "Relevés transmis par les abonnés",
    "readings_to_review": "  dont à examiner",
    "invoices": "Factures",
    "invoice_lines": "Lignes de factures",
    "collections": "Encaissements",
    "requests": "Démarches",
    "letters_waiting": "Courriels en attente",
    "letters_given_up": "Courriels abandonnés",
}

_ATTENDED_TO: Final[Mapping[str, str]] = {
    "readings_to_review": "siegvo readings review",
    "letters_given_up": "siegvo mail list",
}


@click.command(
    cls=Explained,
    examples={"siegvo stats": "", "siegvo stats --json": "pour un programme"},
)
@json_option
@pass_portal
def stats(portal: Portal, *, as_json: bool) -> None:
    """Compter ce que contient le portail."""
    counts = attrs.asdict(portal.operations.show_counts())
    if as_json:
        print_json(counts)
        return
    rows = [(name, number(counts[key])) for key, name in _NAMES.items()]
    print_table(Table(headings=("", "Nombre"), rows=rows, figures=frozenset({1})))
    waiting = [command for key, command in _ATTENDED_TO.items() if counts[key]]
    if waiting:
        say_next("Pour voir ce qui vous attend\u00a0:", *waiting)
