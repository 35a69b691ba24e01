"""What became of a file, told to whoever imported it."""

from pathlib import Path

import attrs
import click

from siegvo.adapters.french.explain import explain
from siegvo.adapters.french.values import number
from siegvo.application.exchange.report import ImportReport, Warned
from siegvo.entrypoints.cli.output import print_json, say_next
from siegvo.entrypoints.cli.rejected import Rejected


@attrs.frozen(kw_only=True)
class Outcome:
    file: Path
    report: ImportReport
    rejected: Rejected


def say_outcome(outcome: Outcome, *, as_json: bool) -> None:
    """Say it in JSON, or in sentences: the summary, and what needs care on the error stream."""
    if as_json:
        print_json(_facts(outcome))
        return
    _say_care(outcome)
    click.echo("\n".join(_summary(outcome.report)))
    if outcome.report.is_dry_run:
        say_next("Pour de bon\u00a0: la même commande, sans --dry-run.")


def _facts(outcome: Outcome) -> dict[str, object]:
    report, rejected = outcome.report, outcome.rejected
    return {
        "file": outcome.file,
        "dry_run": report.is_dry_run,
        "read": report.read,
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "rejected": report.rejected,
        "closed": report.closed,
        "reject_file": rejected.file,
        "rejections": [
            {"line": each.line, "reason": explain(each.reason)} for each in rejected.first
        ],
        "warnings": [
            {"line": each.line, "warning": explain(each.about)} for each in report.warnings
        ],
    }


def _say_care(outcome: Outcome) -> None:
    report, rejected = outcome.report, outcome.rejected
    for warned in report.warnings:
        click.echo(_warning(warned), err=True)
    for each in rejected.first:
        click.echo(f"Ligne {each.line}\u00a0: {explain(each.reason)}", err=True)
    if others := report.rejected - len(rejected.first):
        click.echo(
            f"… et {_count(others, 'autre ligne refusée', 'autres lignes refusées')}.", err=True
        )
    if rejected.trouble:
        click.echo(f"Le fichier des rejets est incomplet\u00a0: {rejected.trouble}.", err=True)
    if rejected.file:
        click.echo(
            f"Les lignes refusées sont dans {rejected.file}\u00a0: corrigez-les, puis importez"
            " ce fichier.",
            err=True,
        )


def _warning(warned: Warned) -> str:
    where = f"Ligne {warned.line}\u00a0: " if warned.line else ""
    return f"Attention\u00a0: {where}{explain(warned.about)}"


def _summary(report: ImportReport) -> list[str]:
    counts = ", ".join(
        (
            _count(report.created, "nouvelle", "nouvelles"),
            _count(report.updated, "modifiée", "modifiées"),
            _count(report.unchanged, "inchangée", "inchangées"),
            _count(report.rejected, "refusée", "refusées"),
        )
    )
    lines = [f"{_count(report.read, 'ligne lue', 'lignes lues')}\u00a0: {counts}."]
    if report.closed:
        lines.append(
            _count(
                report.closed,
                "démarche est terminée, son auteur sera prévenu.",
                "démarches sont terminées, leurs auteurs seront prévenus.",
            )
        )
    if report.is_dry_run:
        lines.append("C’était un essai\u00a0: rien n’est enregistré.")
    return lines


def _count(times: int, one: str, several: str) -> str:
    """Count in French, where zero is singular."""
    return f"{number(times)} {one if times < 2 else several}"  # noqa: PLR2004
