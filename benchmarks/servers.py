"""Serving an application: granian, the same way for everyone."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import attrs

from benchmarks.pages import Server

_PATIENCE = 30.0
_ROOT = Path(__file__).parents[1]


@attrs.frozen(kw_only=True)
class Shape:
    """How many processes, and how many threads each of them has for pages."""

    workers: int
    threads: int


class NotServing(Exception):
    """A server did not come up; the message is what it wrote."""


@contextmanager
def serving(
    factory: str,
    *,
    python: Path,
    shape: Shape,
    port: int,
    environment: Mapping[str, str],
    log: Path,
) -> Iterator[Server]:
    """Serve what `factory`, a `module:name` that `python` can import, makes.

    Nothing of it is left when the block ends.

    Raises:
        NotServing: it did not begin to.
    """
    command: list[str | Path] = [python, "-m", "granian", "--interface", "wsgi", "--factory"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--no-ws", "--log-level", "warning"]
    command += ["--workers", str(shape.workers), "--blocking-threads", str(shape.threads)]
    with log.open("wb") as written:
        process = subprocess.Popen(
            [*command, factory],
            cwd=_ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=written,
            start_new_session=True,
        )
    try:
        _wait_for(port, process=process, log=log)
        yield Server(url=f"http://127.0.0.1:{port}", pids=(process.pid,))
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _wait_for(port: int, *, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise NotServing(log.read_text(errors="replace"))
