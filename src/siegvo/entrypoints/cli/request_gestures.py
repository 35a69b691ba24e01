"""Commands that answer, take charge of, close and refuse what subscribers ask."""

from pathlib import Path
from typing import Final

import click

from siegvo.application.portal import Portal
from siegvo.application.ports.attachments import SentFile
from siegvo.domain.requests.asked import Asked, reader_of
from siegvo.domain.requests.message import MessageText
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestTakesNoMessage
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.explained import Explained
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.values import Parsed

_A_FILE: Final = click.Path(exists=True, dir_okay=False, path_type=Path)
_reference = click.argument(
    "reference", metavar="RÉFÉRENCE", type=Parsed("référence", RequestReference.parse)
)


@click.command(
    cls=Explained,
    short_help="Répondre à l’abonné, qui reçoit un courriel.",
    examples={
        "siegvo requests reply D-2026-000123 \\\n"
        '    --message "Quel est l’index du compteur\u00a0?"': "",
        "siegvo requests reply D-2026-000123 \\\n"
        '    --message "Voici l’attestation." --attach attestation.pdf': "",
    },
)
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
    """Répondre à l’abonné, qui reçoit un courriel\u00a0; la démarche attend alors sa réponse."""
    portal.requests.answer_request(
        reference,
        message=message,
        attachments=[SentFile(name=file.name, content=file.read_bytes()) for file in files],
        actor=clerk(),
    )
    click.echo(f"La réponse à la démarche {reference} est enregistrée, son auteur sera prévenu.")


@click.command(cls=Explained, examples={"siegvo requests start D-2026-000123": ""})
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


@click.command(
    cls=Explained,
    examples={
        "siegvo requests close D-2026-000123": "",
        'siegvo requests close D-2026-000123 --message "Votre contrat est ouvert."': "",
    },
)
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
        if message is not None:
            raise RequestTakesNoMessage(reference=reference)
        portal.payments.close_change(reference, actor=clerk())
    else:
        portal.requests.close_request(reference, message=message, actor=clerk())
    click.echo(f"La démarche {reference} est terminée.")


@click.command(
    cls=Explained,
    examples={
        "siegvo requests refuse D-2026-000123 \\\n"
        '    --reason "Ce logement dépend d’un autre service."': "",
    },
)
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
    """Refuser une démarche\u00a0; l’abonné reçoit la raison, dans ces mots."""
    if _is_about_payment(portal, reference):
        portal.payments.refuse_change(reference, reason=reason, actor=clerk())
    else:
        portal.requests.refuse_request(reference, reason=reason, actor=clerk())
    click.echo(f"La démarche {reference} est refusée.")


def _is_about_payment(portal: Portal, reference: RequestReference) -> bool:
    """Say whether a request carries a change of payment mode, which goes step by step."""
    return portal.requests.show_any_request(reference).request.kind.is_about_payment
