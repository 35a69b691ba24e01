"""Commands about what subscribers ask of the service."""

from datetime import timedelta
from pathlib import Path

import click

from siegvo.application.payments.look_at_changes import ChangeForStaff
from siegvo.application.portal import Portal
from siegvo.application.requests.list_requests import DEALT_WITH, MOST_FOR_STAFF, OPEN
from siegvo.application.requests.show_request import RequestView
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from siegvo.entrypoints.cli.change_shown import change_gestures
from siegvo.entrypoints.cli.explained import Room
from siegvo.entrypoints.cli.one_of import OneOf
from siegvo.entrypoints.cli.os_words import reason as os_reason
from siegvo.entrypoints.cli.output import json_option, print_json, print_table, say_next
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.request_choices import KINDS, STATES
from siegvo.entrypoints.cli.request_gestures import close, refuse, reply, start
from siegvo.entrypoints.cli.request_shown import (
    listed_facts,
    request_facts,
    request_table,
    request_text,
)
from siegvo.entrypoints.cli.values import Parsed

_reference = click.argument(
    "reference", metavar="RÉFÉRENCE", type=Parsed("référence", RequestReference.parse)
)


@click.group(
    cls=Room,
    help="Démarches des abonnés.",
    examples={
        "siegvo requests list": "ce qui est à traiter",
        "siegvo requests show D-2026-000123": "",
        "siegvo requests reply D-2026-000123 \\\n"
        '    --message "Quel est l’index du compteur\u00a0?"': "",
    },
)
def requests() -> None: ...


for _command in (reply, start, close, refuse):
    requests.add_command(_command)


@requests.command(
    name="list",
    examples={
        "siegvo requests list --kind abonnement --kind resiliation": "",
        "siegvo requests list --older-than 20": "celles qui attendent depuis vingt jours",
        "siegvo requests list --state terminee --contract 100214873": "",
    },
)
@click.option(
    "--state",
    "states",
    type=OneOf(STATES),
    multiple=True,
    metavar="ÉTAT",
    help=(
        "Seulement celles dans cet état\u00a0; par défaut, celles qui ne sont pas closes."
        f" États\u00a0: {', '.join(STATES)}."
    ),
)
@click.option(
    "--kind",
    "kinds",
    type=OneOf(KINDS),
    multiple=True,
    metavar="NATURE",
    help=(
        "Seulement cette nature\u00a0; par défaut, toutes sauf relevés et rattachements."
        f" Natures\u00a0: {', '.join(KINDS)}."
    ),
)
@click.option(
    "--contract",
    type=Parsed("contrat", ContractNumber.parse),
    metavar="NUMÉRO",
    help="Seulement celles de ce contrat.",
)
@click.option(
    "--older-than",
    type=click.IntRange(min=0),
    metavar="JOURS",
    help="Seulement celles demandées depuis ce nombre de jours au moins.",
)
@json_option
@pass_portal
def list_(
    portal: Portal,
    *,
    states: tuple[RequestState, ...],
    kinds: tuple[RequestKind, ...],
    contract: ContractNumber | None,
    older_than: int | None,
    as_json: bool,
) -> None:
    """Montrer les démarches à traiter, la plus ancienne d’abord."""
    listed = portal.requests.list_all_requests(
        states=frozenset(states) or OPEN,
        kinds=frozenset(kinds) or DEALT_WITH,
        contract=contract,
        older_than=None if older_than is None else timedelta(days=older_than),
    )
    changes = portal.payments.sort_changes()
    if as_json:
        print_json([listed_facts(each, changes) for each in listed])
    elif listed:
        print_table(request_table(listed, changes))
        say_next("Pour lire l’une d’elles\u00a0:", "siegvo requests show RÉFÉRENCE")
    else:
        click.echo("Aucune démarche de cette sorte.")
    if len(listed) == MOST_FOR_STAFF:
        click.echo(f"Seules les {MOST_FOR_STAFF} plus anciennes sont montrées.", err=True)


@requests.command(
    short_help="Montrer une démarche, ses étapes et ses messages.",
    examples={
        "siegvo requests show D-2026-000123": "",
        "siegvo requests show D-2026-000123 --save-attachments documents": (
            "enregistrer aussi les documents joints"
        ),
    },
)
@_reference
@click.option(
    "--save-attachments",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DOSSIER",
    help="Enregistrer les documents joints dans ce dossier.",
)
@json_option
@pass_portal
def show(
    portal: Portal, *, reference: RequestReference, folder: Path | None, as_json: bool
) -> None:
    """Montrer une démarche\u00a0: ce qui est demandé, ses étapes, ses messages."""
    view = portal.requests.show_any_request(reference)
    is_payment = view.request.kind.is_about_payment
    change = portal.payments.show_change(reference) if is_payment else None
    if as_json:
        print_json(request_facts(view, change))
    else:
        for line in request_text(view, change):
            click.echo(line)
        if view.request.state in OPEN:
            _say_gestures(reference, change)
    if folder:
        _save(portal, view, folder)


def _say_gestures(reference: RequestReference, change: ChangeForStaff | None) -> None:
    if change:
        say_next("Pour en décider\u00a0:", *change_gestures(change, reference))
        return
    say_next(
        "Pour répondre, la prendre en charge, la clore ou la refuser\u00a0:",
        f"siegvo requests reply {reference} --message TEXTE",
        f"siegvo requests start {reference}",
        f"siegvo requests close {reference}",
        f"siegvo requests refuse {reference} --reason TEXTE",
    )


def _save(portal: Portal, view: RequestView, folder: Path) -> None:
    """Write what is attached, each under a name of its own, over nothing that is there."""
    reference = view.request.reference
    attached = [each for message in view.messages for each in message.attachments]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for rank, attachment in enumerate(attached, start=1):
            opened = portal.requests.open_any_attachment(reference, key=attachment.key)
            place = folder / f"{reference}-{rank} {attachment.name}"
            with place.open("xb") as file:
                file.write(opened.content)
            click.echo(f"Enregistré\u00a0: {place}", err=True)
    except OSError as trouble:
        message = (
            f"Les documents ne peuvent pas être enregistrés ({os_reason(trouble)})."
            " Choisissez un autre dossier."
        )
        raise click.ClickException(message) from trouble
