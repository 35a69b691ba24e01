"""Importing files, every row checked, beside the bare load of the same rows.

    python -m benchmarks.importing                                 20,000 rows of each sort
    python -m benchmarks.importing --rows 100000 --postgresql contracts invoices

It is what `python -m benchmarks.run --imports` does, without the pages.
"""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import partial
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from tempfile import TemporaryDirectory

import attrs
import click

import siegvo
from benchmarks import subscribed
from benchmarks.accounts_of_processes import backends, cpu_seconds
from benchmarks.cargoes import CARGOES
from tests.support.postgresql import cluster, fresh_database

_SIEGVO = Path(sys.executable).with_name("siegvo")
_ROUNDS = 3
_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")
_ROOT = Path(__file__).parents[1]

_Copied = Callable[[], AbstractContextManager[str]]
"""Give the URL of a fresh copy of one filled database."""


@attrs.frozen(kw_only=True)
class Imported:
    """Rows a second of processor, the time to start set aside; `ratio` is taken round by round.

    `peak_mb` is the memory of the import, `start_mb` that of an import of one row.
    """

    cargo: str
    database: str
    rows: int
    ours: float
    bare: float
    ratio: float
    peak_mb: float
    start_mb: float


def into_sqlite(
    folder: Path, *, contracts: int, rows: int, cargoes: Sequence[str] = ("readings",)
) -> Iterator[Imported]:
    """Measure it on copies of a file in `folder`."""
    filled, copy = folder / "filled.db", folder / "copy.db"
    _fill(f"sqlite:///{filled}", folder=folder, contracts=contracts)

    @contextmanager
    def copied() -> Iterator[str]:
        shutil.copy(filled, copy)
        yield f"sqlite:///{copy}"
        for left in folder.glob(f"{copy.name}*"):
            left.unlink()

    files = _Files(folder=folder, contracts=contracts, rows=rows)
    for cargo in cargoes:
        yield _measured(cargo, copied, database="SQLite", files=files)


def into_postgresql(
    folder: Path,
    *,
    admin_url: str,
    contracts: int,
    rows: int,
    cargoes: Sequence[str] = ("readings",),
) -> Iterator[Imported]:
    """Measure it on copies of a database of that server."""
    files = _Files(folder=folder, contracts=contracts, rows=rows)
    with fresh_database(admin_url) as filled:
        _fill(filled, folder=folder, contracts=contracts)
        for cargo in cargoes:
            yield _measured(
                cargo,
                lambda: fresh_database(admin_url, template=filled),
                database="PostgreSQL",
                files=files,
            )


def _fill(url: str, *, folder: Path, contracts: int) -> None:
    folder.mkdir(exist_ok=True)
    subscribed.fill(siegvo.Settings(data_dir=folder, database_url=url), count=contracts)


@attrs.frozen(kw_only=True)
class _Files:
    """Where files are written, for a network of so many contracts."""

    folder: Path
    contracts: int
    rows: int

    def of(self, cargo: str, *, rows: int) -> Path:
        file = self.folder / f"{cargo}-{rows}.csv"
        with file.open("w") as text:
            text.writelines(CARGOES[cargo].text(contracts=self.contracts, rows=rows))
        return file


def _measured(cargo: str, copied: _Copied, *, database: str, files: _Files) -> Imported:
    """Import the file and load it barely, in turn, each into a copy of its own."""
    rows = files.rows
    whole, single = files.of(cargo, rows=rows), files.of(cargo, rows=1)
    pairs = [
        tuple(
            rows / _seconds(partial(load, cargo), copied, whole=whole, single=single)
            for load in (_ours, _bare)
        )
        for _ in range(_ROUNDS)
    ]
    with copied() as url:
        start_mb = _peak_mb(_ours(cargo, url, single))
        peak_mb = _peak_mb(_ours(cargo, url, whole))
    return Imported(
        cargo=cargo,
        database=database,
        rows=rows,
        ours=median(ours for ours, _ in pairs),
        bare=median(bare for _, bare in pairs),
        ratio=median(ours / bare for ours, bare in pairs),
        peak_mb=peak_mb,
        start_mb=start_mb,
    )


def _seconds(
    load: Callable[[str, Path], list[str]], copied: _Copied, *, whole: Path, single: Path
) -> float:
    """Return what the whole file costs, less what a file of one row does."""
    with copied() as url:
        begun = _cpu_seconds(load(url, single), url=url)
    with copied() as url:
        return _cpu_seconds(load(url, whole), url=url) - begun


def _ours(cargo: str, url: str, file: Path) -> list[str]:
    rejected = file.with_suffix(".rejets.csv")
    settings = [f"SIEGVO_DATABASE_URL={url}", f"SIEGVO_DATA_DIR={file.parent}"]
    command = [str(_SIEGVO), "import", cargo, str(file), "--reject-file", str(rejected)]
    return ["env", *settings, *command]


def _bare(cargo: str, url: str, file: Path) -> list[str]:
    return [sys.executable, "-m", "benchmarks.bare_load", cargo, url, str(file)]


def _cpu_seconds(command: list[str], *, url: str) -> float:
    """Run it, and return the processor time it took, with that of PostgreSQL's backends."""
    began = _used(url)
    subprocess.run(command, check=True, cwd=_ROOT, stdout=subprocess.DEVNULL)
    return _used(url) - began


def _used(url: str) -> float:
    ours = getrusage(RUSAGE_CHILDREN)
    return ours.ru_utime + ours.ru_stime + cpu_seconds(backends(url))


def _peak_mb(command: list[str]) -> float:
    """Return the most memory it held; what the kernel tells at the end may be its parent's."""
    peak_kb = 0
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            status = Path(f"/proc/{process.pid}/status").read_text()
            peak_kb = max(peak_kb, *map(int, _PEAK.findall(status)), 0)
            time.sleep(0.02)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return peak_kb / 1024


def _said(imported: Imported) -> str:
    return (
        f"{imported.rows:,} {imported.cargo} into {imported.database}: {imported.ours:,.0f} rows"
        f" a second of processor, bare {imported.bare:,.0f}, ratio {imported.ratio:.2f}; "
        f"{imported.peak_mb:.0f} MB ({imported.start_mb:.0f} with one row)"
    )


@click.command(context_settings={"show_default": True})
@click.argument("cargoes", nargs=-1, type=click.Choice([*CARGOES]))
@click.option("--rows", default=20_000, help="In each file.")
@click.option("--contracts", default=10_000, help="In the database, ten years of each.")
@click.option("--postgresql", is_flag=True, help="Into PostgreSQL, too.")
def run(cargoes: tuple[str, ...], *, rows: int, contracts: int, postgresql: bool) -> None:
    """Import files into one filled database, again and again."""
    chosen = cargoes or tuple(CARGOES)
    with ExitStack() as opened:
        folder = Path(opened.enter_context(TemporaryDirectory(prefix="siegvo-imports-")))
        for each in into_sqlite(folder, contracts=contracts, rows=rows, cargoes=chosen):
            print(_said(each), flush=True)
        if postgresql:
            url = opened.enter_context(cluster())
            for each in into_postgresql(
                folder, admin_url=url, contracts=contracts, rows=rows, cargoes=chosen
            ):
                print(_said(each), flush=True)


if __name__ == "__main__":
    run()
