"""Importing readings, each checked, beside the bare load of the same rows."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from pathlib import Path
from statistics import median

import attrs

import siegvo
from benchmarks import subscribed
from benchmarks.network import LAST_DAY, supplies
from tests.support.postgresql import fresh_database

_SIEGVO = Path(sys.executable).with_name("siegvo")
_HEADER = "numero_compteur;releve_le;index;origine\n"

_ROUNDS = 3

_Copied = Callable[[], AbstractContextManager[str]]
"""Give the URL of a fresh copy of one filled database."""


@attrs.frozen(kw_only=True)
class Imported:
    """Rows a second, the time to start set aside; `ratio` is taken round by round."""

    database: str
    rows: int
    ours: float
    bare: float
    ratio: float
    peak_mb: float


@attrs.frozen(kw_only=True)
class _Run:
    seconds: float
    peak_mb: float


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
        peak_mb = _ours(url, whole).peak_mb
    return Imported(
        database=database,
        rows=rows,
        ours=median(ours for ours, _ in pairs),
        bare=median(bare for _, bare in pairs),
        ratio=median(ours / bare for ours, bare in pairs),
        peak_mb=peak_mb,
    )


def _seconds(
    load: Callable[[str, Path], _Run], copied: _Copied, *, whole: Path, single: Path
) -> float:
    """Return how long the whole file takes, less what a file of one row does."""
    with copied() as url:
        begun = load(url, single).seconds
    with copied() as url:
        return load(url, whole).seconds - begun


def _ours(url: str, file: Path) -> _Run:
    rejected = file.with_suffix(".rejets.csv")
    command = [str(_SIEGVO), "import", "readings", str(file), "--reject-file", str(rejected)]
    return _timed(command, SIEGVO_DATABASE_URL=url, SIEGVO_DATA_DIR=str(file.parent))


def _bare(url: str, file: Path) -> _Run:
    return _timed([sys.executable, "-m", "benchmarks.bare_load", url, str(file)])


def _timed(command: list[str], **environment: str) -> _Run:
    began = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=Path(__file__).parents[1],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return _Run(seconds=time.perf_counter() - began, peak_mb=used.ru_maxrss / 1024)


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
