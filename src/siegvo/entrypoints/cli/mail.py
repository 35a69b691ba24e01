"""Commands about letters."""

from typing import Final

import attrs
import click

from siegvo.adapters.french.values import say
from siegvo.application.portal import Portal
from siegvo.application.ports.mailer import MailRefused
from siegvo.application.ports.unavailable import MailServerUnavailable
from siegvo.application.readers.staff import UntoldEvent
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.entrypoints.cli.explained import Room
from siegvo.entrypoints.cli.mail_words import event_name, trouble
from siegvo.entrypoints.cli.output import json_option, print_json, print_table, say_next
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.table import Table
from siegvo.entrypoints.cli.values import Parsed

_MOST: Final = 1000


@click.group(
    cls=Room,
    help="Courriels du portail.",
    examples={
        "siegvo mail list": "ce qui n’est pas parti, et pourquoi",
        "siegvo mail send-test vous@exemple.fr": "le serveur de courrier marche-t-il\u00a0?",
    },
)
def mail() -> None: ...


@mail.command(
    name="list",
    examples={"siegvo mail list": "", "siegvo mail list --json": "pour un programme"},
)
@json_option
@pass_portal
def list_(portal: Portal, *, as_json: bool) -> None:
    """Montrer les courriels qui ne sont pas partis, et pourquoi."""
    untold = portal.notifications.list_mail(most=_MOST)
    if as_json:
        print_json([attrs.asdict(event, recurse=False) for event in untold])
    elif untold:
        headings = (
            "Survenu le",
            "Événement",
            "À propos de",
            "Essais",
            "Prochain essai",
            "Difficulté",
        )
        rows = [_row(event) for event in untold]
        print_table(
            Table(
                headings=headings,
                rows=rows,
                figures=frozenset({3}),
                elastic={1: 16, 2: 13, 5: 34},
                details={0: " à ", 4: " à "},
            )
        )
        if any(event.due_at is None for event in untold):
            say_next(
                "Pour remettre en route ce qui est abandonné, une fois la cause corrigée\u00a0:",
                "siegvo mail retry",
            )
    else:
        click.echo("Tous les courriels sont partis.")


@mail.command(examples={"siegvo mail retry": ""})
@pass_portal
def retry(portal: Portal) -> None:
    """Remettre en route tous les courriels abandonnés.

    À faire quand la cause est corrigée\u00a0: une adresse d’expéditeur, un mot de passe.
    """
    count = portal.notifications.retry_mail()
    if not count:
        click.echo("Aucun courriel n’était abandonné.")
    else:
        again = "courriels sont remis" if count > 1 else "courriel est remis"
        click.echo(f"{count} {again} en route\u00a0: siegvo worker les enverra.")


@mail.command(examples={"siegvo mail send-test vous@exemple.fr": ""})
@click.argument("email", metavar="E-MAIL", type=Parsed("adresse e-mail", EmailAddress.parse))
@pass_portal
def send_test(portal: Portal, *, email: EmailAddress) -> None:
    """Envoyer aussitôt un courriel d’essai à cette adresse."""
    if not portal.notifications.deliver_mail.has_mailer:
        message = "Il n’y a pas de serveur de courrier. Donnez-en un par SIEGVO_SMTP_URL."
        raise click.ClickException(message)
    try:
        portal.notifications.send_test(email)
    except (MailRefused, MailServerUnavailable) as failure:
        message = f"Le courriel d’essai n’est pas parti\u00a0: {trouble(str(failure))}."
        raise click.ClickException(message) from failure
    click.echo(f"Le courriel d’essai est parti vers {email}.")


def _row(event: UntoldEvent) -> tuple[str, ...]:
    due = say(event.due_at) if event.due_at else "abandonné"
    return (
        say(event.at),
        event_name(event.event),
        event.reference or str(event.email or "–"),
        str(event.tries),
        due,
        trouble(event.trouble) if event.trouble else "–",
    )
