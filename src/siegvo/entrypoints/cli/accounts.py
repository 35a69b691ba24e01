"""Commands about subscribers' accounts."""

import sys
from datetime import datetime

import click

from siegvo.adapters.french.explain import explain
from siegvo.adapters.french.values import PARIS
from siegvo.application.accounts.activate_by_staff import SeveralAttempts
from siegvo.application.portal import Portal
from siegvo.application.repositories.accounts import AddressTaken, RegistrationNotFound
from siegvo.domain.accounts.registration import RegistrationLapsed
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.entrypoints.cli.accounts_looked_at import list_accounts, show
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.explained import Room
from siegvo.entrypoints.cli.output import say_next
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.unlink import unlink
from siegvo.entrypoints.cli.values import Parsed


@click.group(
    cls=Room,
    help="Comptes des abonnés.",
    examples={
        "siegvo accounts list": "tous les comptes",
        "siegvo accounts show odile.marchal@exemple.fr": "où en est une personne",
        "siegvo accounts unlock odile.marchal@exemple.fr": "la laisser entrer aussitôt",
    },
)
def accounts() -> None: ...


accounts.add_command(list_accounts)
accounts.add_command(show)
accounts.add_command(unlink)


_ADDRESS = Parsed("adresse e-mail", EmailAddress.parse)
_email = click.argument("email", metavar="E-MAIL", type=_ADDRESS)


@accounts.command(
    examples={
        "siegvo accounts activate odile.marchal@exemple.fr": "",
        "siegvo accounts activate odile.marchal@exemple.fr \\\n"
        "    --registered-at '23/11/2026 09:40'": "si plusieurs inscriptions attendent",
    },
)
@_email
@click.option(
    "--registered-at",
    type=click.DateTime(["%d/%m/%Y %H:%M", "%d/%m/%Y %Hh%M"]),
    metavar="'JJ/MM/AAAA HH:MM'",
    help="Quand la personne s’est inscrite, si plusieurs inscriptions attendent.",
)
@pass_portal
def activate(portal: Portal, *, email: EmailAddress, registered_at: datetime | None) -> None:
    """Activer un compte dont le courriel d’activation s’est perdu.

    Assurez-vous d’abord que cette adresse est bien celle de la personne\u00a0: le compte
    s’ouvrira avec le mot de passe de son inscription. Si plusieurs attendent, d’autres ont pu
    inscrire cette adresse\u00a0: demandez à la personne quand elle s’est inscrite.
    """
    moment = registered_at.replace(tzinfo=PARIS) if registered_at else None
    try:
        portal.accounts.activate_by_staff(email, registered_at=moment, actor=clerk())
    except SeveralAttempts as refusal:
        message = f"{explain(refusal)} Puis\u00a0: --registered-at 'JJ/MM/AAAA HH:MM'"
        raise click.ClickException(message) from refusal
    except (RegistrationNotFound, RegistrationLapsed) as refusal:
        message = (
            f"Aucune inscription n’attend à l’adresse {email}. Demandez à la personne de"
            " s’inscrire, et vérifiez l’adresse avec elle."
        )
        raise click.ClickException(message) from refusal
    except AddressTaken as refusal:
        message = (
            f"L’adresse {email} a déjà un compte actif. La personne se connecte, ou choisit"
            " «\u00a0Mot de passe oublié\u00a0»."
        )
        raise click.ClickException(message) from refusal
    click.echo(f"Le compte {email} est actif.")
    say_next("La personne se connecte avec le mot de passe de son inscription.")


@accounts.command(
    short_help="Laisser entrer quelqu’un que des essais manqués font attendre.",
    examples={
        "siegvo accounts unlock odile.marchal@exemple.fr": "",
        "siegvo accounts unlock odile.marchal@exemple.fr --end-sessions": (
            "son téléphone est perdu, ou volé"
        ),
    },
)
@_email
@click.option(
    "--end-sessions",
    is_flag=True,
    help="Déconnecter aussi tous ses appareils, et n’en reconnaître aucun.",
)
@pass_portal
def unlock(portal: Portal, *, email: EmailAddress, end_sessions: bool) -> None:
    """Laisser entrer aussitôt quelqu’un que des essais manqués font attendre."""
    portal.accounts.unlock(email, actor=clerk())
    click.echo(f"Le compte {email} n’attend plus.")
    if end_sessions:
        ended = portal.accounts.end_sessions_by_staff(email, actor=clerk())
        click.echo(f"Sessions terminées\u00a0: {ended}.")


@accounts.command(
    "change-email",
    short_help="Changer l’adresse d’un abonné.",
    examples={"siegvo accounts change-email odile@exemple.fr o.marchal@exemple.org": ""},
)
@click.argument("old", metavar="ACTUELLE", type=_ADDRESS)
@click.argument("new", metavar="NOUVELLE", type=_ADDRESS)
@pass_portal
def change_email(portal: Portal, *, old: EmailAddress, new: EmailAddress) -> None:
    """Changer l’adresse d’un abonné qui n’a plus accès à l’ancienne.

    Assurez-vous d’abord de parler au titulaire du compte\u00a0: une facture et une pièce
    d’identité. Les deux adresses sont prévenues, et tous les appareils déconnectés.
    """
    try:
        portal.accounts.change_address_by_staff(old, new, actor=clerk())
    except AddressTaken as refusal:
        message = (
            f"L’adresse {new} a déjà un compte actif. Demandez-en une autre à la personne, ou"
            f" voyez ce compte\u00a0: siegvo accounts show {new}"
        )
        raise click.ClickException(message) from refusal
    click.echo(f"Le compte {old} a maintenant l’adresse {new}.")


@accounts.command(
    examples={
        "siegvo accounts delete odile.marchal@exemple.fr": "",
        "siegvo accounts delete odile.marchal@exemple.fr --yes": "sans rien demander",
    },
)
@_email
@click.option("--yes", is_flag=True, help="Ne pas demander de confirmation.")
@pass_portal
def delete(portal: Portal, *, email: EmailAddress, yes: bool) -> None:
    """Supprimer un compte, à la demande de son titulaire.

    Seul l’accès au portail est supprimé\u00a0: contrats, factures et prélèvements continuent.
    L’adresse est à retaper, sauf si personne n’est là pour le faire (entrée fermée).
    """
    if not (yes or _is_typed_again(email)):
        message = "Ce n’est pas la même adresse\u00a0: rien n’est supprimé. Recommencez."
        raise click.ClickException(message)
    portal.accounts.delete_by_staff(email, actor=clerk())
    click.echo(f"Le compte {email} est supprimé.")


def _is_typed_again(email: EmailAddress) -> bool:
    """Ask whoever is there; a program that brings no input has given the whole address once."""
    click.echo("Retapez l’adresse du compte à supprimer\u00a0: ", nl=False)
    typed = sys.stdin.buffer.readline().decode(errors="replace")
    if not typed and not sys.stdin.isatty():
        click.echo()
        return True
    return typed.strip() == str(email)
