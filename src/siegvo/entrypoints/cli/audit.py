"""Commands about the audit trail."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

import attrs
import click

from siegvo.adapters.french.values import PARIS, number, say
from siegvo.application.operations.verify_audit import AlteredStretch, Verification
from siegvo.application.portal import Portal
from siegvo.application.readers.audit import AuditLine
from siegvo.entrypoints.cli.audit_words import about, what, who
from siegvo.entrypoints.cli.explained import Room
from siegvo.entrypoints.cli.output import json_option, print_json, print_table, say_next
from siegvo.entrypoints.cli.portal import pass_portal
from siegvo.entrypoints.cli.since import SINCE
from siegvo.entrypoints.cli.table import Table

_A_WEEK: Final = timedelta(days=7)
_EVIDENCE: Final = (
    "Copiez cette base avant tout (siegvo db backup), puis comparez-la à une sauvegarde plus"
    " ancienne."
)


@click.group(
    cls=Room,
    help="Journal de ce qui peut être contesté un jour.",
    examples={
        "siegvo audit list --since 01/11/2026": "qui a fait quoi",
        "siegvo audit verify": "le journal est-il intact\u00a0?",
    },
)
def audit() -> None: ...


@audit.command(
    name="list",
    examples={
        "siegvo audit list": "les sept derniers jours",
        "siegvo audit list --since 01/11/2026": "",
        "siegvo audit list --since 01/11/2026 --json": "pour un programme",
    },
)
@click.option(
    "--since",
    type=SINCE,
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


@audit.command(
    short_help="Vérifier que rien n’a été changé, ajouté ni retiré.",
    examples={"siegvo audit verify": "", "siegvo audit verify --json": "pour un programme"},
)
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
    return Table(
        headings=("N°", "Quand", "Qui", "Fait", "Objet", "D’où"),
        rows=[
            (
                str(line.number),
                say(line.at),
                who(line),
                what(line),
                about(line),
                line.origin or "–",
            )
            for line in lines
        ],
        figures=frozenset({0}),
        elastic={2: 10, 3: 12, 4: 10, 5: 7},
    )


def _tell(found: Verification) -> None:
    for stretch in found.altered:
        click.echo(_said(stretch), err=True)
    if not found.is_intact:
        click.echo(_EVIDENCE, err=True)
    if found.is_intact and found.last:
        click.echo(f"Le journal est intact\u00a0: {_lines(found.sealed)} sous sceau.")
    if found.unsealed:
        click.echo(f"{_lines(found.unsealed)} pas encore sous sceau.")
    if found.last:
        click.echo(f"Dernier sceau, n°\u00a0{found.last.upto}\u00a0: {found.last.seal}")
        say_next("Gardez-le ailleurs\u00a0: il doit toujours figurer dans le journal.")
    elif not found.unsealed:
        click.echo("Le journal est vide.")


def _said(stretch: AlteredStretch) -> str:
    return (
        f"Altéré\u00a0: du n°\u00a0{stretch.after + 1} au n°\u00a0{stretch.upto},"
        f" {_lines(stretch.sealed)} sous sceau, {_lines(stretch.found)} aujourd’hui."
    )


def _lines(count: int) -> str:
    return f"{number(count)}\u00a0{'lignes' if count > 1 else 'ligne'}"
