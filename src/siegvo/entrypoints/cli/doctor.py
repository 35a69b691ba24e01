"""The command that says what is wrong, and how to mend it."""

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Final

import click

from siegvo.entrypoints.cli.doctor_words import sentence_on
from siegvo.entrypoints.cli.explained import Explained
from siegvo.entrypoints.cli.output import json_option, print_json, terminal_width
from siegvo.entrypoints.diagnosis import examine
from siegvo.entrypoints.findings import Finding, Verdict

_MARKS: Final[Mapping[Verdict, str]] = {
    Verdict.GOOD: click.style("bien      ", fg="green"),
    Verdict.WARNING: click.style("attention ", fg="yellow"),
    Verdict.WRONG: click.style("à corriger", fg="red", bold=True),
}


@click.command(
    cls=Explained,
    examples={"siegvo doctor": "", "siegvo doctor --json": "pour la surveillance"},
)
@json_option
@click.pass_context
def doctor(ctx: click.Context, *, as_json: bool) -> None:
    """Vérifier l’installation et dire quoi corriger.

    L’état de sortie est 1 dès qu’une chose est à corriger.
    """
    findings = tuple(examine(os.environ))
    if as_json:
        print_json([_plain(finding) for finding in findings])
    else:
        for finding in findings:
            click.echo(f"{_MARKS[finding.verdict]}  {_beside_the_mark(sentence_on(finding))}")
        click.echo(f"\n{_conclusion(findings)}")
    if any(finding.verdict is Verdict.WRONG for finding in findings):
        ctx.exit(1)


def _beside_the_mark(sentence: str) -> str:
    """Fold a sentence, on a terminal, so that the marks stand in a column of their own."""
    margin = len(click.unstyle(_MARKS[Verdict.GOOD])) + 2
    width = terminal_width()
    if width is None or width <= 2 * margin:
        return sentence
    # A path or an address is something to copy: it is never cut.
    lines = [
        line
        for part in sentence.splitlines()
        for line in wrap(part, width - margin, break_long_words=False, break_on_hyphens=False)
    ]
    return f"\n{' ' * margin}".join(lines)


def _conclusion(findings: Sequence[Finding]) -> str:
    verdicts = Counter(finding.verdict for finding in findings)
    wrong, warned = verdicts[Verdict.WRONG], verdicts[Verdict.WARNING]
    if wrong:
        also = f", à surveiller\u00a0: {warned}" if warned else ""
        return f"À corriger\u00a0: {wrong}{also}. Corrigez, puis relancez siegvo doctor."
    if warned:
        return f"Rien à corriger, à surveiller\u00a0: {warned}."
    return "Tout va bien."


def _plain(finding: Finding) -> Mapping[str, str]:
    return {
        "check": finding.fact,
        "verdict": finding.verdict,
        "about": finding.about,
        "sentence": sentence_on(finding),
    }
