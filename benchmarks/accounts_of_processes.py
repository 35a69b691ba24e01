"""The processor time of processes, from the kernel's own accounts."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

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


def _stats() -> Iterator[tuple[int, tuple[int, int]]]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with suppress(FileNotFoundError, ProcessLookupError):
                # The name, in brackets, may hold anything: what follows it is numbered from 3.
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
                yield int(folder.name), (int(fields[1]), sum(map(int, fields[11:15])))
