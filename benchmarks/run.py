"""Compares the portal's speed with a Flask constant and a plain Django page: `make bench`."""

import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import click

from benchmarks import driver, goals, wrk
from benchmarks.bench import Bench
from benchmarks.cargoes import CARGOES
from benchmarks.goals import Goal
from benchmarks.importing import Imported, into_postgresql, into_sqlite
from benchmarks.parts import parts_of
from benchmarks.printing import goals_table, keep, pages_table, parts_table
from benchmarks.rounds import Measured, interleaved
from benchmarks.servers import Shape
from benchmarks.sites import Sites, sites
from benchmarks.starting import started
from tests.support.postgresql import cluster


@click.command(context_settings={"show_default": True})
@click.option("--contracts", default=10_000, help="Contracts in each database, ten years of each.")
@click.option("--subscribers", default=64, help="Sessions that ask in turn.")
@click.option("--rounds", default=5, type=click.IntRange(min=1), help="Rounds over all pages.")
@click.option("--seconds", default=2, type=click.IntRange(min=1), help="For a page in a round.")
@click.option("--connections", default=16, help="Kept open; each asks again once answered.")
@click.option("--workers", default=2, help="Processes of each server.")
@click.option("--threads", default=4, help="Threads of each process; 4 as in `siegvo serve`.")
@click.option("--postgresql", is_flag=True, help="Serve the portal on PostgreSQL, too.")
@click.option("--parts", is_flag=True, help="Say where the time of a dashboard goes, too.")
@click.option(
    "--imports",
    is_flag=False,
    flag_value=100_000,
    default=0,
    metavar="[ROWS]",
    help="Import files of each sort, too: 100000 rows, or as many as you say.",
)
def run(  # noqa: PLR0917 - click names them all
    contracts: int,
    subscribers: int,
    rounds: int,
    seconds: int,
    connections: int,
    workers: int,
    threads: int,
    postgresql: bool,  # noqa: FBT001
    parts: bool,  # noqa: FBT001
    imports: int,
) -> None:
    """Compare, print, and keep the figures in benchmarks/results/."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # and leave nothing running
    facts: dict[str, object] = dict(click.get_current_context().params)
    drive, by = (wrk.drive, "wrk") if wrk.is_here() else (driver.drive, "our own driver")
    with ExitStack() as opened:
        bench = Bench(
            folder=Path(opened.enter_context(TemporaryDirectory(prefix="siegvo-bench-"))),
            contracts=contracts,
            subscribers=subscribers,
            shape=Shape(workers=workers, threads=threads),
        )
        admin_url = opened.enter_context(cluster()) if postgresql else None
        _say(f"Filling databases with {contracts:,} contracts…")
        with sites(bench, admin_url=admin_url) as served:
            pages = served.pages
            _say(f"{rounds} rounds of {len(pages)} pages, {seconds} s each, driven by {by}…")
            measured = interleaved(
                pages, drive=drive, rounds=rounds, seconds=seconds, connections=connections
            )
            taken_apart = _parts(served) if parts else {}
        imported = list(_imported(bench, rows=imports, admin_url=admin_url)) if imports else []
    _say("Starting commands…")
    begun = started(times=10)
    reached = [
        *_goals(served, measured=measured),
        *(goal for each in imported for goal in goals.of_import(each)),
        *goals.of_start(begun),
    ]
    print(
        f"\n{contracts:,} contracts, {subscribers} subscribers, {connections} connections, "
        f"{workers} processes of {threads} threads, driven by {by}"
    )
    print(f"\n{pages_table(measured)}")
    print(f"\n{goals_table(reached)}")
    if parts:
        print(f"\n{parts_table(taken_apart)}")
    facts |= {
        "driver": by,
        "imports": [attrs.asdict(each) for each in imported],
        "parts_us": taken_apart,
        "start_cpu_ms": {name: each.cpu_ms for name, each in begun.items()},
    }
    _say(f"\nKept in {keep(facts, pages=measured, goals=reached)}")


def _goals(served: Sites, *, measured: Iterable[Measured]) -> Iterator[Goal]:
    of = {each.page: each for each in measured}
    for portal in served.portals:
        dashboard = of[portal.dashboard]
        yield from goals.of_dashboard(
            dashboard,
            database=portal.database,
            constant=of[served.constant],
            django=of[served.django],
        )
        for page in (portal.consumption, portal.invoices):
            yield goals.of_other_page(of[page], dashboard=dashboard)


def _parts(served: Sites) -> dict[str, float]:
    _say("Taking the dashboard apart…")
    portal = served.portals[0]
    return parts_of(portal.settings, cookies=portal.dashboard.cookies)


def _imported(bench: Bench, *, rows: int, admin_url: str | None) -> Iterator[Imported]:
    _say(f"Importing {rows:,} rows of each sort, again and again…")
    folder, contracts, cargoes = bench.folder / "imports", bench.contracts, tuple(CARGOES)
    yield from into_sqlite(folder, contracts=contracts, rows=rows, cargoes=cargoes)
    if admin_url:
        yield from into_postgresql(
            folder, admin_url=admin_url, contracts=contracts, rows=rows, cargoes=cargoes
        )


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    run()
