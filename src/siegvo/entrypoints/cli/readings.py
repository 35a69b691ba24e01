"""Commands about the readings subscribers sent."""

from collections.abc import Iterable

import attrs
import click

from siegvo.adapters.french.values import cubic_metres, say
from siegvo.application.portal import Portal
from siegvo.application.readers.metering import ReadingToReview
from siegvo.domain.requests.reference import RequestReference
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.explained import Room
from siegvo.entrypoints.cli.output import json_option, print_json, print_table, say_next
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.table import Table
from siegvo.entrypoints.cli.values import Parsed

_reference = click.argument(
    "reference", metavar="RÉFÉRENCE", type=Parsed("référence", RequestReference.parse)
)


@click.group(
    cls=Room,
    help="Relevés transmis par les abonnés.",
    examples={
        "siegvo readings review": "ceux qui attendent une décision",
        "siegvo readings accept D-2026-000123": "",
    },
)
def readings() -> None: ...


@readings.command(
    examples={"siegvo readings review": "", "siegvo readings review --json": "pour un programme"},
)
@json_option
@pass_portal
def review(portal: Portal, *, as_json: bool) -> None:
    """Montrer les relevés qui attendent une décision."""
    awaited = portal.metering.list_readings_to_review()
    if as_json:
        print_json([_facts(reading) for reading in awaited])
    elif awaited:
        print_table(_table(awaited))
        say_next(
            "Pour décider\u00a0:",
            "siegvo readings accept RÉFÉRENCE",
            "siegvo readings refuse RÉFÉRENCE --reason TEXTE",
        )
    else:
        click.echo("Aucun relevé n’attend de décision.")


@readings.command(examples={"siegvo readings accept D-2026-000123": ""})
@_reference
@pass_portal
def accept(portal: Portal, *, reference: RequestReference) -> None:
    """Déclarer bon un relevé, qui partira avec le prochain export."""
    portal.metering.accept_reading(reference, actor=clerk())
    click.echo(f"Le relevé {reference} est accepté.")
    say_next("Il part avec le prochain export\u00a0:", "siegvo export readings --output FICHIER")


@readings.command(
    examples={
        'siegvo readings refuse D-2026-000123 \\\n    --reason "L’index est celui du voisin."': "",
    },
)
@_reference
@click.option("--reason", required=True, metavar="TEXTE", help="Ce qui sera écrit à l’abonné.")
@pass_portal
def refuse(portal: Portal, *, reference: RequestReference, reason: str) -> None:
    """Refuser un relevé\u00a0; l’abonné reçoit la raison, dans ces mots."""
    portal.metering.refuse_reading(reference, reason=reason, actor=clerk())
    click.echo(f"Le relevé {reference} est refusé.")


def _facts(reading: ReadingToReview) -> dict[str, object]:
    """Return it as a program reads it: volumes are numbers."""
    previous = reading.previous
    return {
        **attrs.asdict(reading, recurse=False),
        "index": reading.index.cubic_metres,
        "previous": previous
        and {
            "index": previous.index.cubic_metres,
            "taken_on": previous.taken_on,
            "source": previous.source,
        },
    }


def _table(awaited: Iterable[ReadingToReview]) -> Table:
    return Table(
        headings=("Référence", "Contrat", "Compteur", "Relevé le", "Index", "Avant", "Écart"),
        rows=[
            (
                str(reading.reference),
                str(reading.contract),
                reading.serial,
                say(reading.taken_on),
                say(reading.index),
                _before(reading),
                cubic_metres(reading.drawn_m3),
            )
            for reading in awaited
        ],
        figures=frozenset({4, 6}),
        details=dict.fromkeys((4, 5, 6), "\u00a0m³"),
    )


def _before(reading: ReadingToReview) -> str:
    previous = reading.previous
    return f"{say(previous.index)} le {say(previous.taken_on)}" if previous else "–"
