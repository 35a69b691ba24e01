"""Commands about what subscribers ask of the service."""

from datetime import timedelta
from pathlib import Path
from typing import Final

import click

from siegvo.application.portal import Portal
from siegvo.application.ports.attachments import SentFile
from siegvo.application.requests.list_requests import DEALT_WITH, MOST_FOR_STAFF, OPEN
from siegvo.application.requests.show_request import RequestView
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.requests.asked import Asked, reader_of
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.message import MessageText
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.os_words import reason as os_reason
from siegvo.entrypoints.cli.output import json_option, print_json, print_table
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.request_choices import KINDS, STATES, OneOf
from siegvo.entrypoints.cli.request_shown import (
    listed_facts,
    request_facts,
    request_table,
    request_text,
)
from siegvo.entrypoints.cli.values import Parsed

_A_FILE: Final = click.Path(exists=True, dir_okay=False, path_type=Path)
_reference = click.argument(
    "reference", metavar="RÉFÉRENCE", type=Parsed("référence", RequestReference.parse)
)


@click.group(help="Démarches des abonnés.")
def requests() -> None: ...


@requests.command(name="list")
@click.option(
    "--state",
    "states",
    type=OneOf(STATES),
    multiple=True,
    help="Seulement celles dans cet état\u00a0; par défaut, celles qui ne sont pas closes.",
)
@click.option(
    "--kind",
    "kinds",
    type=OneOf(KINDS),
    multiple=True,
    help="Seulement cette nature\u00a0; par défaut, toutes sauf relevés et rattachements.",
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
    """Montrer les démarches à traiter, la plus ancienne d’abord.

    \b
    Exemples\u00a0:
      siegvo requests list --kind abonnement --kind resiliation
      siegvo requests list --older-than 20
      siegvo requests list --state terminee --contract 100214873
    """  # noqa: D301 (click reads the backspace)
    listed = portal.requests.list_all_requests(
        states=frozenset(states) or OPEN,
        kinds=frozenset(kinds) or DEALT_WITH,
        contract=contract,
        older_than=None if older_than is None else timedelta(days=older_than),
    )
    if as_json:
        print_json([listed_facts(each) for each in listed])
    elif listed:
        print_table(request_table(listed))
    else:
        click.echo("Aucune démarche de cette sorte.")
    if len(listed) == MOST_FOR_STAFF:
        click.echo(f"Seules les {MOST_FOR_STAFF} plus anciennes sont montrées.", err=True)


@requests.command()
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
    """Montrer une démarche\u00a0: ce qui est demandé, ses étapes, ses messages.

    \b
    Exemple\u00a0:
      siegvo requests show D-2026-000123 --save-attachments documents
    """  # noqa: D301 (click reads the backspace)
    view = portal.requests.show_any_request(reference)
    if as_json:
        print_json(request_facts(view))
    else:
        for line in request_text(view):
            click.echo(line)
    if folder:
        _save(portal, view, folder)


@requests.command()
@_reference
@click.option(
    "--message",
    required=True,
    type=Parsed("texte", MessageText.parse),
    metavar="TEXTE",
    help="Ce que l’abonné lira dans son espace.",
)
@click.option(
    "--attach",
    "files",
    type=_A_FILE,
    multiple=True,
    metavar="FICHIER",
    help="Un document à joindre, PDF, JPEG ou PNG\u00a0; trois au plus.",
)
@pass_portal
def reply(
    portal: Portal, *, reference: RequestReference, message: MessageText, files: tuple[Path, ...]
) -> None:
    """Répondre à l’abonné, qui reçoit un courriel\u00a0; la démarche attend alors sa réponse.

    \b
    Exemple\u00a0:
      siegvo requests reply D-2026-000123 --message "Quel est l’index du compteur\u00a0?"
    """  # noqa: D301 (click reads the backspace)
    portal.requests.answer_request(
        reference,
        message=message,
        attachments=[SentFile(name=file.name, content=file.read_bytes()) for file in files],
        actor=clerk(),
    )
    click.echo(f"La réponse à la démarche {reference} est enregistrée, son auteur sera prévenu.")


@requests.command()
@_reference
@pass_portal
def start(portal: Portal, *, reference: RequestReference) -> None:
    """Prendre une démarche en charge\u00a0; l’abonné en est averti.

    Un changement de règlement qui attend une vérification est autorisé\u00a0: il suit son cours.
    """
    if _is_about_payment(portal, reference):
        portal.payments.let_through(reference, actor=clerk())
        click.echo(f"Le changement {reference} est autorisé, il suit son cours.")
        return
    portal.requests.start_request(reference, actor=clerk())
    click.echo(f"La démarche {reference} est en traitement.")


@requests.command()
@_reference
@click.option(
    "--message",
    type=Parsed("texte", MessageText.parse),
    metavar="TEXTE",
    help="Un dernier mot, que l’abonné lira dans son espace.",
)
@pass_portal
def close(portal: Portal, *, reference: RequestReference, message: MessageText | None) -> None:
    """Déclarer une démarche terminée\u00a0; l’abonné en est averti.

    Il peut la rouvrir en écrivant un message.
    """
    if _is_about_payment(portal, reference):
        portal.payments.close_change(reference, actor=clerk())
    else:
        portal.requests.close_request(reference, message=message, actor=clerk())
    click.echo(f"La démarche {reference} est terminée.")


@requests.command()
@_reference
@click.option(
    "--reason",
    required=True,
    type=Parsed("texte", reader_of(Asked.REASON)),
    metavar="TEXTE",
    help="Ce qui sera écrit à l’abonné.",
)
@pass_portal
def refuse(portal: Portal, *, reference: RequestReference, reason: str) -> None:
    """Refuser une démarche\u00a0; l’abonné reçoit la raison, dans ces mots.

    \b
    Exemple\u00a0:
      siegvo requests refuse D-2026-000123 --reason "Ce logement dépend d’un autre service."
    """  # noqa: D301 (click reads the backspace)
    if _is_about_payment(portal, reference):
        portal.payments.refuse_change(reference, reason=reason, actor=clerk())
    else:
        portal.requests.refuse_request(reference, reason=reason, actor=clerk())
    click.echo(f"La démarche {reference} est refusée.")


def _is_about_payment(portal: Portal, reference: RequestReference) -> bool:
    """Say whether a request carries a change of payment mode, which goes step by step."""
    return portal.requests.show_any_request(reference).request.kind.is_about_payment


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
        message = f"Les documents ne peuvent pas être enregistrés ({os_reason(trouble)})."
        raise click.ClickException(message) from trouble
