"""Commands that show accounts."""

from collections.abc import Iterable

import attrs
import click

from siegvo.adapters.french.values import say
from siegvo.application.portal import Portal
from siegvo.application.readers.accounts import AccountCard, AccountLine
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.entrypoints.cli.explained import Explained
from siegvo.entrypoints.cli.output import json_option, print_json, print_table
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.table import Table
from siegvo.entrypoints.cli.values import Parsed


@click.command(
    "list",
    cls=Explained,
    examples={"siegvo accounts list": "", "siegvo accounts list --json": "pour un programme"},
)
@json_option
@pass_portal
def list_accounts(portal: Portal, *, as_json: bool) -> None:
    """Montrer tous les comptes actifs, par adresse."""
    lines = portal.accounts.list_accounts()
    if as_json:
        print_json([attrs.asdict(line, recurse=False) for line in lines])
    elif lines:
        print_table(_table(lines))
    else:
        click.echo("Il n’y a encore aucun compte.")


@click.command(
    cls=Explained,
    examples={
        "siegvo accounts show odile.marchal@exemple.fr": "",
        "siegvo accounts show odile.marchal@exemple.fr --json": "pour un programme",
    },
)
@click.argument("email", metavar="E-MAIL", type=Parsed("adresse e-mail", EmailAddress.parse))
@json_option
@pass_portal
def show(portal: Portal, *, email: EmailAddress, as_json: bool) -> None:
    """Montrer un compte\u00a0: ses redevables, ses démarches en cours."""
    card = portal.accounts.show_account(email)
    if as_json:
        print_json(attrs.asdict(card, recurse=False))
    else:
        print_table(Table(headings=("", "Compte"), rows=_facts(card), elastic={1: 40}))


def _table(lines: Iterable[AccountLine]) -> Table:
    return Table(
        headings=("Adresse e-mail", "Activé le", "Vu le", "Redevables"),
        rows=[
            (
                str(line.email),
                say(line.activated_at),
                say(line.seen_at) if line.seen_at else "–",
                str(line.payers),
            )
            for line in lines
        ],
        figures=frozenset({3}),
        elastic={0: 20},
        details={1: " à ", 2: " à "},
    )


def _facts(card: AccountCard) -> list[tuple[str, str]]:
    return [
        ("Adresse e-mail", str(card.email)),
        ("Adresse à confirmer", str(card.moving_to or "–")),
        ("Activé le", say(card.activated_at)),
        ("Vu le", say(card.seen_at) if card.seen_at else "–"),
        ("Appareils connectés", str(card.sessions)),
        ("Redevables", ", ".join(map(str, card.payers)) or "–"),
        ("Démarches en cours", ", ".join(card.open_requests) or "–"),
    ]
