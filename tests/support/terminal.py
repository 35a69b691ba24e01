"""A terminal of some width, on which a command is typed."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from typing import Final

_ROWS: Final = 50
_CHUNK: Final = 65536
_PROGRAM: Final = "from siegvo.entrypoints.cli.main import siegvo; siegvo(prog_name='siegvo')"


def on_terminal(*words: str, columns: int = 80, **variables: str) -> str:
    """Run `siegvo` with `words` on a terminal, and return what it showed, colours included."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, columns, 0, 0))
    silent = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"}
    usual = {name: value for name, value in os.environ.items() if name not in silent}
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**usual, "TERM": "xterm-256color", **variables},
    ):
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    """Read what there is; a terminal that its last program has left is at its end."""
    try:
        return os.read(terminal, _CHUNK)
    except OSError:
        return b""
