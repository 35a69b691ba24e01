"""`siegvo` as its own process, as a service manager or a newcomer starts it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from threading import Timer
from typing import Final

PATIENCE: Final = 300.0
"""Far more than anything takes: what is waited for comes, or is broken."""

_PROGRAM: Final = "from siegvo.entrypoints.cli.main import siegvo; siegvo(prog_name='siegvo')"


@contextmanager
def running(*words: str, settings: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Run `siegvo` with `words`; kill it if it is still there in the end."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("SIEGVO_")}
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, *words],
        env={**others, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def heard(process: subprocess.Popen[str], words: str) -> str:
    """Return what a program says until it says `words`, or ends; kill it if it is too slow."""
    assert process.stdout is not None
    impatience = Timer(PATIENCE, process.kill)
    impatience.start()
    said = ""
    try:
        while words not in said and (line := process.stdout.readline()):
            said += line
    finally:
        impatience.cancel()
    return said


def status(port: int, path: str, *, host: str = "localhost") -> int:
    """Return what `path` answers, as soon as something answers at all."""
    until = time.monotonic() + PATIENCE
    while True:
        with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as link:
            try:
                link.request("GET", path, headers={"Host": f"{host}:{port}"})
                return link.getresponse().status
            except ConnectionError:
                if time.monotonic() > until:
                    raise
        time.sleep(0.1)
