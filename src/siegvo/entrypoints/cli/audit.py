"""Commands about the audit trail."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

import attrs
import click

from siegvo.adapters.french.days import parse_day
from siegvo.adapters.french.values import PARIS, number, say
from siegvo.application.operations.verify_audit import AlteredStretch, Verification
from siegvo.application.portal import Portal
from siegvo.application.readers.audit import AuditLine
from siegvo.entrypoints.cli.output import json_option, print_json, print_table
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.table import Table
from siegvo.entrypoints.cli.values import Parsed

_A_WEEK: Final = timedelta(days=7)
_ACTORS: Final = {
    "subscriber": "compte",
    "staff": "service",
    "portal": "portail",
    "stranger": "visiteur",
}


@click.group(help="Journal de ce qui peut être contesté un jour.")
def audit() -> None: ...


@audit.command(name="list")
@click.option(
    "--since",
    type=Parsed("date", parse_day),
    metavar="DATE",
    help="Depuis ce jour\u00a0; par défaut, les sept derniers jours.",
)
@json_option
@pass_portal
def list_(portal: Portal, *, since: date | None, as_json: bool) -> None:
    """Montrer qui a fait quoi, quand, d’où."""
    lines = portal.operations.list_audit(since=_beginning(since))
    if as_json:
        print_json([attrs.asdict(line) for line in lines])
    elif lines:
        print_table(_table(lines))
    else:
        click.echo("Rien n’est noté depuis ce jour.")


@audit.command()
@json_option
@click.pass_context
@pass_portal
def verify(portal: Portal, ctx: click.Context, *, as_json: bool) -> None:
    """Vérifier que rien de ce qui a été noté n’a été changé, ajouté ni retiré.

    Gardez ailleurs le dernier sceau que cette commande montre\u00a0: il doit toujours figurer
    dans le journal, même si quelqu’un en coupe la fin.
    """
    found = portal.operations.verify_audit()
    if as_json:
        print_json({"intact": found.is_intact, **attrs.asdict(found)})
    else:
        _tell(found)
    if not found.is_intact:
        ctx.exit(1)


def _beginning(day: date | None) -> datetime:
    """Return the first moment of a day in Paris, or that of a week ago."""
    if day is None:
        return datetime.now(UTC) - _A_WEEK
    return datetime.combine(day, time.min, tzinfo=PARIS)


def _table(lines: Iterable[AuditLine]) -> Table:
    headings = ("N°", "Quand", "Qui", "Nom", "Fait", "Objet", "D’où")
    rows = [
        (
            str(line.number),
            say(line.at),
            _ACTORS.get(line.actor_kind, line.actor_kind),
            line.actor_name or "–",
            line.gesture,
            line.subject or "–",
            line.origin or "–",
        )
        for line in lines
    ]
    return Table(headings=headings, rows=rows, figures=frozenset({0}))


def _tell(found: Verification) -> None:
    for stretch in found.altered:
        click.echo(_said(stretch), err=True)
    if found.is_intact and found.last:
        click.echo(f"Le journal est intact\u00a0: {_lines(found.sealed)} sous sceau.")
    if found.unsealed:
        click.echo(f"{_lines(found.unsealed)} pas encore sous sceau.")
    if found.last:
        click.echo(f"Dernier sceau, n°\u00a0{found.last.upto}\u00a0: {found.last.seal}")
    elif not found.unsealed:
        click.echo("Le journal est vide.")


def _said(stretch: AlteredStretch) -> str:
    return (
        f"Altéré\u00a0: du n°\u00a0{stretch.after + 1} au n°\u00a0{stretch.upto},"
        f" {_lines(stretch.sealed)} sous sceau, {_lines(stretch.found)} aujourd’hui."
    )


def _lines(count: int) -> str:
    return f"{number(count)}\u00a0{'lignes' if count > 1 else 'ligne'}"
