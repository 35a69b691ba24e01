"""What whoever opens a demo is told."""

import click

from siegvo.entrypoints.demo.mailbox import PATH as MAILBOX
from siegvo.entrypoints.demo.seed import Invitation
from siegvo.entrypoints.settings_loading import load_settings


def welcome(invitation: Invitation, *, port: int) -> None:
    """Say what to open, with which account, and how to try the commands of the staff."""
    here = f"http://localhost:{port}"
    folder = load_settings().data_dir
    click.echo(
        f"""
Le portail est ouvert\u00a0:  {here}

Connectez-vous
  E-mail           {invitation.email}
  Mot de passe     {invitation.password}

Un contrat est à lier, depuis ce compte ou un nouveau
  N° de contrat    {invitation.contract}
  Clé de sécurité  {invitation.key}

Les courriels arrivent ici\u00a0:  {here}{MAILBOX}
Le paiement en ligne est simulé\u00a0: aucun argent ne circule.

Les commandes du service s’essaient dans un autre terminal
  export SIEGVO_DATA_DIR={folder}
  siegvo requests list

Ctrl-C pour terminer."""
    )
