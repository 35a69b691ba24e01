"""Importing readings, each checked, beside the bare load of the same rows."""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

import attrs

import siegvo
from benchmarks import subscribed
from benchmarks.accounts_of_processes import backends, cpu_seconds
from benchmarks.network import LAST_DAY, supplies
from tests.support.postgresql import fresh_database

_SIEGVO = Path(sys.executable).with_name("siegvo")
_HEADER = "numero_compteur;releve_le;index;origine\n"

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

    database: str
    rows: int
    ours: float
    bare: float
    ratio: float
    peak_mb: float
    start_mb: float


def into_sqlite(folder: Path, *, contracts: int, rows: int) -> Imported:
    """Measure it on copies of a file in `folder`."""
    filled, copy = folder / "filled.db", folder / "copy.db"
    _fill(f"sqlite:///{filled}", folder=folder, contracts=contracts)

    @contextmanager
    def copied() -> Iterator[str]:
        shutil.copy(filled, copy)
        yield f"sqlite:///{copy}"
        for left in folder.glob(f"{copy.name}*"):
            left.unlink()

    return _measured(copied, database="SQLite", folder=folder, contracts=contracts, rows=rows)


def into_postgresql(folder: Path, *, admin_url: str, contracts: int, rows: int) -> Imported:
    """Measure it on copies of a database of that server."""
    with fresh_database(admin_url) as filled:
        _fill(filled, folder=folder, contracts=contracts)
        return _measured(
            lambda: fresh_database(admin_url, template=filled),
            database="PostgreSQL",
            folder=folder,
            contracts=contracts,
            rows=rows,
        )


def _fill(url: str, *, folder: Path, contracts: int) -> None:
    folder.mkdir(exist_ok=True)
    subscribed.fill(siegvo.Settings(data_dir=folder, database_url=url), count=contracts)


def _measured(
    copied: _Copied, *, database: str, folder: Path, contracts: int, rows: int
) -> Imported:
    """Import the readings and load them barely, in turn, each into a copy of its own."""
    whole, single = folder / "readings.csv", folder / "reading.csv"
    _write(whole, contracts=contracts, rows=rows)
    _write(single, contracts=contracts, rows=1)
    pairs = [
        tuple(rows / _seconds(load, copied, whole=whole, single=single) for load in (_ours, _bare))
        for _ in range(_ROUNDS)
    ]
    with copied() as url:
        start_mb = _peak_mb(_ours(url, single))
        peak_mb = _peak_mb(_ours(url, whole))
    return Imported(
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


def _ours(url: str, file: Path) -> list[str]:
    rejected = file.with_suffix(".rejets.csv")
    settings = [f"SIEGVO_DATABASE_URL={url}", f"SIEGVO_DATA_DIR={file.parent}"]
    command = [str(_SIEGVO), "import", "readings", str(file), "--reject-file", str(rejected)]
    return ["env", *settings, *command]


def _bare(url: str, file: Path) -> list[str]:
    return [sys.executable, "-m", "benchmarks.bare_load", url, str(file)]


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


def _write(file: Path, *, contracts: int, rows: int) -> None:
    """Write what remote reading would send: each meter in turn, one index a day."""
    days = -(-rows // contracts)
    with file.open("w") as text:
        text.write(_HEADER)
        text.writelines(_lines(contracts=contracts, days=days, rows=rows))


def _lines(*, contracts: int, days: int, rows: int) -> Iterator[str]:
    left = rows
    for supply in supplies(contracts):
        meter = supply.meters[-1]
        last = meter.readings[-1].index_m3 if meter.readings else meter.fitted_m3
        for day in range(1, min(days, left) + 1):
            left -= 1
            yield f"{meter.serial};{LAST_DAY + timedelta(days=day)};{last + day};telereleve\n"
        if not left:
            return
