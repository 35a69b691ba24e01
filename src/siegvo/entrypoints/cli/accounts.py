"""Commands about subscribers' accounts."""

import click

from siegvo.application.portal import Portal
from siegvo.application.repositories.accounts import AddressTaken, RegistrationNotFound
from siegvo.domain.accounts.registration import RegistrationLapsed
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.values import Parsed


@click.group(help="Comptes des abonnés.")
def accounts() -> None: ...


@accounts.command()
@click.argument("email", metavar="E-MAIL", type=Parsed("adresse e-mail", EmailAddress.parse))
@pass_portal
def activate(portal: Portal, *, email: EmailAddress) -> None:
    """Activer un compte dont le courriel d’activation s’est perdu.

    Assurez-vous d’abord que cette adresse est bien celle de la personne\u00a0: le compte
    s’ouvrira avec le mot de passe de la dernière inscription faite à cette adresse.
    """
    try:
        portal.accounts.activate_by_staff(email, actor=clerk())
    except (RegistrationNotFound, RegistrationLapsed) as refusal:
        message = f"Aucune inscription n’attend à l’adresse {email}."
        raise click.ClickException(message) from refusal
    except AddressTaken as refusal:
        message = f"L’adresse {email} a déjà un compte actif."
        raise click.ClickException(message) from refusal
    click.echo(f"Le compte {email} est actif.")
