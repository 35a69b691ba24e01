"""Commands about subscribers' accounts."""

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
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.unlink import unlink
from siegvo.entrypoints.cli.values import Parsed


@click.group(help="Comptes des abonnés.")
def accounts() -> None: ...


accounts.add_command(list_accounts)
accounts.add_command(show)
accounts.add_command(unlink)


_ADDRESS = Parsed("adresse e-mail", EmailAddress.parse)
_email = click.argument("email", metavar="E-MAIL", type=_ADDRESS)


@accounts.command()
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
        message = f"Aucune inscription n’attend à l’adresse {email}."
        raise click.ClickException(message) from refusal
    except AddressTaken as refusal:
        message = f"L’adresse {email} a déjà un compte actif."
        raise click.ClickException(message) from refusal
    click.echo(f"Le compte {email} est actif.")


@accounts.command()
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


@accounts.command("change-email")
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
        message = f"L’adresse {new} a déjà un compte actif."
        raise click.ClickException(message) from refusal
    click.echo(f"Le compte {old} a maintenant l’adresse {new}.")


@accounts.command()
@_email
@click.option("--yes", is_flag=True, help="Ne pas demander de confirmation.")
@pass_portal
def delete(portal: Portal, *, email: EmailAddress, yes: bool) -> None:
    """Supprimer un compte, à la demande de son titulaire.

    Seul l’accès au portail est supprimé\u00a0: contrats, factures et prélèvements continuent.
    """
    if not yes and click.prompt("Retapez l’adresse du compte à supprimer").strip() != str(email):
        message = "Ce n’est pas la même adresse\u00a0: rien n’est supprimé."
        raise click.ClickException(message)
    portal.accounts.delete_by_staff(email, actor=clerk())
    click.echo(f"Le compte {email} est supprimé.")
