"""The command that takes a payer's contracts from an account."""

import click

from siegvo.application.portal import Portal
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.entrypoints.cli.actor import clerk
from siegvo.entrypoints.cli.explained import Explained
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.values import Parsed


@click.command(cls=Explained, examples={"siegvo accounts unlink gestion@exemple.fr R000066": ""})
@click.argument("email", metavar="E-MAIL", type=Parsed("adresse e-mail", EmailAddress.parse))
@click.argument("payer", metavar="REDEVABLE", type=Parsed("code du redevable", PayerCode.parse))
@pass_portal
def unlink(portal: Portal, *, email: EmailAddress, payer: PayerCode) -> None:
    """Retirer d’un compte les contrats d’un redevable.

    Il ne les voit plus dès la page suivante, et en est prévenu. S’il connaît la clé,
    remplacez-la avec «\u00a0siegvo contracts new-key\u00a0».
    """
    try:
        portal.contracts.unlink_payer(email, payer, actor=clerk())
    except AccountNotFound as refusal:
        message = (
            f"Aucun compte n’a l’adresse {email}. Voyez les adresses\u00a0: siegvo accounts list"
        )
        raise click.ClickException(message) from refusal
    click.echo(f"Le compte {email} n’est plus lié au redevable {payer}.")
