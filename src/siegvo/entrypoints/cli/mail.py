"""Commands about letters."""

from typing import Final

import attrs
import click

from siegvo.adapters.french.values import say
from siegvo.application.portal import Portal
from siegvo.application.readers.staff import UntoldEvent
from siegvo.entrypoints.cli.output import Table, json_option, print_json, print_table
from siegvo.entrypoints.cli.portal import pass_portal

_MOST: Final = 1000


@click.group(help="Courriels du portail.")
def mail() -> None: ...


@mail.command(name="list")
@json_option
@pass_portal
def list_(portal: Portal, *, as_json: bool) -> None:
    """Montrer les courriels qui ne sont pas partis, et pourquoi."""
    untold = portal.notifications.list_mail(most=_MOST)
    if as_json:
        print_json([attrs.asdict(event) for event in untold])
    elif untold:
        headings = ("Survenu le", "Événement", "Essais", "Prochain essai", "Difficulté")
        rows = [_row(event) for event in untold]
        print_table(Table(headings=headings, rows=rows, figures=frozenset({2})))
    else:
        click.echo("Tous les courriels sont partis.")


def _row(event: UntoldEvent) -> tuple[str, ...]:
    due = say(event.due_at) if event.due_at else "abandonné"
    return say(event.at), event.event, str(event.tries), due, event.trouble or "–"
