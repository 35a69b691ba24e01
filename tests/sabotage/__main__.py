"""`make sabotage`: switch each guard off in turn, and see that a test notices."""

import re
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Self

import attrs
import click

from tests.sabotage.every import EVERY
from tests.sabotage.grounds import Grounds
from tests.sabotage.sabotage import Sabotage
from tests.sabotage.verdict import Colour, Verdict, judge


@click.command()
@click.option("--goal", default="", help="Only this row of docs/security.md, A1 for instance.")
@click.option("--text", default="", help="Only guards whose sentence holds these words.")
@click.option("--workers", default=2, show_default=True, help="How many at once.")
@click.option("--why", is_flag=True, help="Show what the red tests said.")
def sabotage(goal: str, text: str, workers: int, *, why: bool) -> None:
    """Switch guards off one by one in a copy of the portal; each must turn a test red."""
    chosen = [each for each in EVERY if goal in {"", each.goal} and text in each.guard]
    if not chosen:
        nothing = "No guard is named so."
        raise click.ClickException(nothing)
    begun, table = monotonic(), _Table.of(chosen)
    with TemporaryDirectory(prefix="siegvo-sabotage-") as folder:
        ring = _Ring.of(Path(folder), size=min(workers, len(chosen)))
        verdicts = []
        with ThreadPoolExecutor(ring.size) as hands:
            for each, verdict in zip(chosen, hands.map(ring.try_out, chosen), strict=True):
                verdicts.append(verdict)
                click.echo(table.row(each, verdict))
                if why and verdict.words:
                    click.echo(_indented(verdict.words))
        proving = [verdict.by for verdict in verdicts if verdict.is_red]
        red_anyway = ring.red_anyway(proving)
    for node in red_anyway:
        click.echo(f"Red without any sabotage, and no proof: {_short(node)}")
    red = len([node for node in proving if node not in red_anyway])
    took = monotonic() - begun
    click.echo(f"\n{red} of {len(chosen)} guards switched off turned a test red, in {took:.0f} s.")
    sys.exit(0 if red == len(chosen) else 1)


@attrs.frozen
class _Ring:
    """As many copies as guards are switched off at once."""

    copies: SimpleQueue[Grounds]
    size: int

    @classmethod
    def of(cls, folder: Path, *, size: int) -> Self:
        copies: SimpleQueue[Grounds] = SimpleQueue()
        for rank in range(size):
            copies.put(Grounds.laid(folder / str(rank)))
        return cls(copies, size)

    def try_out(self, sabotage: Sabotage) -> Verdict:
        grounds = self.copies.get()
        try:
            with grounds.spoiled_by(sabotage):
                return judge(sabotage, grounds.test(sabotage.nodes))
        finally:
            self.copies.put(grounds)

    def red_anyway(self, nodes: Sequence[str]) -> tuple[str, ...]:
        """Return the tests that fail although no guard is off: they prove nothing."""
        if not nodes:
            return ()
        seen = self.copies.get().test(dict.fromkeys(nodes), to_the_end=True)
        green = seen.passed if seen else frozenset()
        return tuple(node for node in dict.fromkeys(nodes) if node not in green)


@attrs.frozen
class _Table:
    goal: int
    guard: int
    colour: int

    @classmethod
    def of(cls, chosen: Sequence[Sabotage]) -> Self:
        return cls(
            goal=max(len(each.goal) for each in chosen),
            guard=max(len(each.guard) for each in chosen),
            colour=max(map(len, Colour)),
        )

    def row(self, sabotage: Sabotage, verdict: Verdict) -> str:
        return "  ".join(
            (
                sabotage.goal.ljust(self.goal),
                sabotage.guard.ljust(self.guard),
                verdict.colour.ljust(self.colour),
                _short(verdict.by),
            )
        ).rstrip()


def _short(node: str) -> str:
    """Name a test by its file and its sentence."""
    return re.sub(r"tests/(\S+/)?(?=test_)", "", node).replace("::", " ")


def _indented(words: str) -> str:
    return "\n".join(f"      {line}" for line in words.splitlines()[:6])


if __name__ == "__main__":
    sabotage()
