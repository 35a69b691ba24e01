"""What a run has to say: two tables, and the same as JSON."""

import json
import platform
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import attrs

from benchmarks.goals import Goal
from benchmarks.rounds import Measured, Sample

_RESULTS = Path(__file__).with_name("results")
_HEADINGS = ("page", "requests/s", "÷ Flask", "CPU µs", "÷ Flask", "p50 ms", "p99 ms", "SQL", "kB")


def pages_table(pages: Sequence[Measured]) -> str:
    """Say what each page reached; the first is the yardstick.

    Figures are medians over the rounds, ratios are taken round by round.
    """
    return _table(_HEADINGS, [tuple(_page_line(page, constant=pages[0])) for page in pages])


def goals_table(goals: Sequence[Goal]) -> str:
    return _table(
        ("goal", "what", "reached", "asked for", ""),
        [
            (
                goal.number,
                goal.what,
                f"{goal.reached:.2f}",
                f"{'≥' if goal.is_least else '≤'} {goal.bound:g}",
                "met" if goal.is_met else "NOT MET",
            )
            for goal in goals
        ],
    )


def parts_table(microseconds: Mapping[str, float]) -> str:
    return _table(
        ("part, on one thread", "µs"),
        [(name, f"{spent:.0f}") for name, spent in microseconds.items()],
    )


def keep(facts: dict[str, object], *, pages: Sequence[Measured], goals: Sequence[Goal]) -> Path:
    """Write everything down, round by round, and return where."""
    now = datetime.now(UTC)
    _RESULTS.mkdir(exist_ok=True)
    path = _RESULTS / f"{now:%Y-%m-%dT%H%M%SZ}.json"
    kept = {
        "at": now.isoformat(),
        "python": platform.python_version(),
        **facts,
        "goals": [attrs.asdict(goal) | {"is_met": goal.is_met} for goal in goals],
        "pages": [
            {
                "name": page.page.name,
                "bytes": page.size,
                "statements": page.page.statements,
                "rounds": [attrs.asdict(sample) for sample in page.samples],
            }
            for page in pages
        ],
    }
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False))
    return path


def _page_line(page: Measured, *, constant: Measured) -> Iterator[str]:
    yield page.page.name
    yield f"{page.median(Sample.rate):,.0f}"
    yield f"{page.ratio(constant, Sample.rate):.3f}"
    yield f"{page.median(Sample.cpu_us):,.0f}"
    yield f"{page.ratio(constant, Sample.cpu_us):.2f}"
    yield f"{page.median(Sample.p50_ms):.1f}"
    yield f"{page.median(Sample.p99_ms):.1f}"
    yield "–" if page.page.statements is None else str(page.page.statements)
    yield f"{page.size / 1000:.1f}"


def _table(headings: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """Draw a table: texts to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(headings, *lines, strict=True)]
    is_text = [not any(sign.isdigit() for sign in cell[:1]) for cell in lines[0]]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if text else cell.rjust(width)
            for cell, width, text in zip(line, widths, is_text, strict=True)
        ).rstrip()
        for line in (headings, ["─" * width for width in widths], *lines)
    )
