"""The command that opens a demo."""

import click

from siegvo.entrypoints.demo.mailbox import PATH as MAILBOX
from siegvo.entrypoints.demo.seed import Invitation
from siegvo.entrypoints.demo.start import start
from siegvo.entrypoints.listening import PortTaken

_HIGHEST_PORT = 65535


@click.command()
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, _HIGHEST_PORT),
    metavar="PORT",
    help="Port où écouter.",
)
def demo(*, port: int) -> None:
    """Ouvrir un portail de démonstration.

    Il a sa base de données, un syndicat imaginaire, un compte prêt. Les courriels sont
    montrés au lieu d’être envoyés. Tout disparaît à la fin\u00a0: Ctrl-C.
    """
    click.echo("Le portail de démonstration se prépare…")
    try:
        start(port=port, welcome=lambda invitation: _welcome(invitation, port=port))
    except PortTaken as taken:
        message = f"Le port {taken.port} est déjà pris. Essayez --port {port + 1}."
        raise click.ClickException(message) from taken
    click.echo("La démonstration est terminée, rien n’en reste.")


def _welcome(invitation: Invitation, *, port: int) -> None:
    here = f"http://localhost:{port}"
    click.echo(
        f"""
Le portail est ouvert\u00a0:  {here}

Un compte est prêt
  E-mail          {invitation.email}
  Mot de passe    {invitation.password}

Un contrat est à lier, depuis ce compte ou un nouveau
  N° de contrat   {invitation.contract}
  Clé de sécurité {invitation.key}

Les courriels arrivent ici\u00a0:  {here}{MAILBOX}
Le paiement en ligne est simulé\u00a0: aucun argent ne circule.

Ctrl-C pour terminer."""
    )
