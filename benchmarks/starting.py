"""How long it takes to begin: importing the library, asking the command line for help."""

import os
import re
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Final

import attrs

_HEAVY: Final = frozenset({"alembic", "flask", "jinja2", "psycopg", "sqlalchemy", "werkzeug"})
_LAST_OF_A_LINE = re.compile(r"\| +([\w.]+)$", re.MULTILINE)
_BARE = Path(__file__).with_name("bare_group.py")
_HELP = Path(sys.executable).with_name("siegvo")

COMMANDS: Final[dict[str, list[str]]] = {
    "import attrs": ["-c", "import attrs"],
    "import siegvo": ["-c", "import siegvo"],
    "a bare click group": [str(_BARE), "--help"],
    "siegvo --help": [str(_HELP), "--help"],
}


@attrs.frozen(kw_only=True)
class Started:
    """Median milliseconds of processor until the command ended, and what it loaded too much."""

    cpu_ms: float
    heavy: tuple[str, ...]


def started(*, times: int) -> dict[str, Started]:
    """Run each command `times` times, in turn."""
    for arguments in COMMANDS.values():
        _cpu_ms(arguments)  # what is compiled the first time
    seen: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(times):
        for name, arguments in COMMANDS.items():
            seen[name].append(_cpu_ms(arguments))
    return {
        name: Started(cpu_ms=median(times), heavy=_heavy(COMMANDS[name]))
        for name, times in seen.items()
    }


def _cpu_ms(arguments: list[str]) -> float:
    with subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, arguments)
    return (used.ru_utime + used.ru_stime) * 1000


def _heavy(arguments: list[str]) -> tuple[str, ...]:
    told = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments], check=True, capture_output=True, text=True
    ).stderr
    loaded = {name.partition(".")[0] for name in _LAST_OF_A_LINE.findall(told)}
    return tuple(sorted(_HEAVY & loaded))
