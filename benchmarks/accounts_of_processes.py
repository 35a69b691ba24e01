"""The processor time of processes, from the kernel's own accounts."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from sqlalchemy import make_url

_TICK = 1 / os.sysconf("SC_CLK_TCK")


def cpu_seconds(roots: Iterable[int]) -> float:
    """Return what `roots` and all their descendants have used so far, those gone included."""
    stats = dict(_stats())
    children = defaultdict(list)
    for pid, (parent, _) in stats.items():
        children[parent].append(pid)
    waiting, used = list(roots), 0
    while waiting:
        pid = waiting.pop()
        used += stats[pid][1]
        waiting += children[pid]
    return used * _TICK


def backends(database_url: str | None) -> tuple[int, ...]:
    """Return the process that the backends of a PostgreSQL server of ours descend from."""
    folder = make_url(database_url).query.get("host") if database_url else None
    if not isinstance(folder, str):
        return ()
    return (int((Path(folder) / "data" / "postmaster.pid").read_text().split()[0]),)


def _stats() -> Iterator[tuple[int, tuple[int, int]]]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with suppress(FileNotFoundError, ProcessLookupError):
                # The name, in brackets, may hold anything: what follows it is numbered from 3.
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
                yield int(folder.name), (int(fields[1]), sum(map(int, fields[11:15])))
