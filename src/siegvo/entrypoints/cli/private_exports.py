"""Commands that write files with accounts in clear."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import click

from siegvo.adapters.french.days import parse_day
from siegvo.adapters.french.values import say
from siegvo.application.exchange.export_direct_debits import DebitsExported
from siegvo.application.portal import Portal
from siegvo.application.ports.sepa import SepaVersion
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.explained import Explained
from siegvo.entrypoints.cli.export_run import (
    Asked,
    Leaving,
    check_json_has_room,
    moving,
    refusing_unwritten,
    say_count,
)
from siegvo.entrypoints.cli.output import json_option, print_json
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.private_output import destination, private_output, warn
from siegvo.entrypoints.cli.since import since_option
from siegvo.entrypoints.cli.values import Parsed
from siegvo.entrypoints.private_files import write_debits, write_mandates

_MANDATES: Final = Leaving(
    one="mandat exporté", several="mandats exportés", undone="aucun mandat n’est noté parti"
)


@click.command(
    cls=Explained,
    short_help="Écrire les mandats de prélèvement signés en ligne.",
    examples={"siegvo export mandates --output mandats.csv": ""},
)
@since_option
@private_output
@json_option
@pass_portal
def mandates(portal: Portal, *, since: date | None, output: Path | None, as_json: bool) -> None:
    """Écrire les mandats signés en ligne, IBAN en clair, pour que la facturation prélève.

    Seulement ceux que ses fichiers ne montrent pas encore, et avec --since ceux partis depuis.
    """
    to = destination(output)
    asked = Asked(output=to, as_json=as_json)
    check_json_has_room(asked)
    with refusing_unwritten(_MANDATES.undone), moving(asked):
        count = portal.exchange.export_mandates(
            since=since, hand_over=lambda leaving: write_mandates(leaving, to=to), actor=clerk()
        )
    if count:
        warn(to)
    say_count(asked, _MANDATES, count)


@click.command(
    "direct-debits",
    cls=Explained,
    short_help="Écrire le fichier de prélèvements d’un jour.",
    examples={
        "siegvo export direct-debits --output prelevements.xml": "le prochain jour possible",
        "siegvo export direct-debits --on 07/12/2026 --output prelevements.xml": "",
    },
)
@click.option(
    "--on",
    type=Parsed("date", parse_day),
    metavar="DATE",
    help="Le jour où prélever\u00a0; par défaut, le premier que la banque accepte encore.",
)
@click.option(
    "--version",
    type=click.Choice([each.value for each in SepaVersion]),
    help="Le format que veut la banque\u00a0; par défaut, celui des réglages.",
)
@private_output
@json_option
@pass_portal
def direct_debits(
    portal: Portal, *, on: date | None, version: str | None, output: Path | None, as_json: bool
) -> None:
    """Écrire pour la banque (pain.008) les prélèvements d’un jour, sous les mandats du portail.

    Un fichier par jour\u00a0: redemandé, il porte le même nom, et la banque écarte le second.
    """
    to = destination(output)
    asked = Asked(output=to, as_json=as_json)
    check_json_has_room(asked)
    with refusing_unwritten("rien n’est à remettre à la banque"), moving(asked):
        done = portal.exchange.export_direct_debits(
            on=on,
            version=SepaVersion(version) if version else None,
            hand_over=lambda message: write_debits(message, to=to),
            actor=clerk(),
        )
    if done.count:
        warn(to)
    if as_json:
        print_json({**_facts(done), "file": to if done.count else None})
        return
    for sentence in _sentences(done):
        click.echo(sentence, err=True)


def _facts(done: DebitsExported) -> dict[str, object]:
    return {
        "exported": done.count,
        "collect_on": done.collect_on,
        "total_cents": done.total.cents,
        "reference": done.reference,
        "tell_by": done.tell_by,
        "without_mandate": done.without_mandate,
        "without_plan": done.without_plan,
    }


def _sentences(done: DebitsExported) -> Iterator[str]:
    day = say(done.collect_on)
    if done.count:
        debits = f"{done.count} prélèvements" if done.count > 1 else "1 prélèvement"
        yield (
            f"{debits} le {day}, {say(done.total)} en tout, fichier {done.reference}. Annoncés aux"
            f" abonnés le {say(done.tell_by)} au plus tard."
        )
    else:
        yield f"Rien à prélever le {day}\u00a0: aucun fichier n’est écrit."
    if done.without_mandate:
        yield (
            "À prélever ce jour-là sous des mandats que le portail n’a pas\u00a0:"
            f" {done.without_mandate}."
        )
    if done.without_plan:
        yield (
            "Mensualisés sans échéancier (leur jour n’est plus proposé, ou presque rien n’a été"
            f" facturé)\u00a0: {done.without_plan}."
        )
