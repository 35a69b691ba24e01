"""Commands about links that wait for staff."""

from collections.abc import Iterable, Mapping
from typing import Final

import attrs
import click

from siegvo.adapters.french.values import say
from siegvo.application.portal import Portal
from siegvo.application.readers.links import WaitingLink
from siegvo.domain.contracts.doubt import Doubt
from siegvo.domain.requests.reference import RequestReference
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.explained import Room
from siegvo.entrypoints.cli.output import json_option, print_json, print_table, say_next
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.table import Table
from siegvo.entrypoints.cli.values import Parsed

_DOUBTS: Final[Mapping[Doubt, str]] = {
    Doubt.MANY_CONTRACTS: "nombreux contrats",
    Doubt.MANY_ACCOUNTS: "nombreux comptes",
    Doubt.WEAK_KEY: "clé courte",
    Doubt.MANY_FAILURES: "nombreux essais",
    Doubt.DISPUTED: "contestation",
}

_NO_REASON: Final = "nous n’avons pas pu vérifier ce que vous demandez."

_reference = click.argument(
    "reference", metavar="RÉFÉRENCE", type=Parsed("référence", RequestReference.parse)
)


@click.group(
    cls=Room,
    help="Rattachements qui attendent le service.",
    examples={
        "siegvo links list": "ce qui attend",
        "siegvo links approve D-2026-000123": "la personne est bien du redevable",
    },
)
def links() -> None: ...


@links.command(
    name="list",
    short_help="Montrer ce qui attend une décision.",
    examples={"siegvo links list": "", "siegvo links list --json": "pour un programme"},
)
@json_option
@pass_portal
def list_(portal: Portal, *, as_json: bool) -> None:
    """Montrer les rattachements et les contestations qui attendent une décision.

    Comptes\u00a0: ceux qui sont déjà liés au redevable.
    """
    waiting = portal.contracts.list_waiting_links()
    if as_json:
        print_json([attrs.asdict(link, recurse=False) for link in waiting])
    elif waiting:
        print_table(_table(waiting))
        say_next(
            "Pour décider\u00a0:",
            "siegvo links approve RÉFÉRENCE",
            "siegvo links refuse RÉFÉRENCE --reason TEXTE",
        )
    else:
        click.echo("Aucun rattachement n’attend de décision.")


@links.command(examples={"siegvo links approve D-2026-000123": ""})
@_reference
@pass_portal
def approve(portal: Portal, *, reference: RequestReference) -> None:
    """Autoriser un rattachement, ou clore une contestation fondée.

    Une contestation ne retire rien d’elle-même\u00a0: faites-le d’abord, avec
    «\u00a0siegvo accounts unlink\u00a0».
    """
    portal.contracts.approve_link(reference, actor=clerk())
    click.echo(f"La demande {reference} est acceptée.")


@links.command(
    short_help="Refuser un rattachement ou une contestation.",
    examples={
        "siegvo links refuse D-2026-000123": "",
        'siegvo links refuse D-2026-000123 \\\n    --reason "Le syndic ne vous connaît pas."': (
            "pour dire pourquoi"
        ),
    },
)
@_reference
@click.option(
    "--reason",
    default=_NO_REASON,
    metavar="TEXTE",
    help=f"Ce qui sera écrit à l’abonné\u00a0; par défaut, «\u00a0{_NO_REASON}\u00a0»",
)
@pass_portal
def refuse(portal: Portal, *, reference: RequestReference, reason: str) -> None:
    """Refuser un rattachement ou une contestation\u00a0; l’abonné reçoit la raison."""
    portal.contracts.refuse_link(reference, reason=reason, actor=clerk())
    click.echo(f"La demande {reference} est refusée.")


def _table(waiting: Iterable[WaitingLink]) -> Table:
    return Table(
        headings=(
            "Référence",
            "Demandé le",
            "Motif",
            "E-mail",
            "Contrat",
            "Redevable",
            "Contrats",
            "Comptes",
        ),
        rows=[
            (
                str(link.reference),
                say(link.asked_at),
                _DOUBTS[link.doubt],
                str(link.email),
                str(link.contract),
                f"{link.payer} {link.payer_name}",
                str(link.contracts),
                str(link.accounts),
            )
            for link in waiting
        ],
        figures=frozenset({6, 7}),
        elastic={3: 14, 5: 14},
        details={1: " à "},
    )
