"""Files that nobody but their owner may read."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO


def write_private(path: Path, content: bytes) -> None:
    """Write `content` to `path`, all of it or nothing, readable by its owner only (0600).

    A pipe or a device is written to as it stands.

    Raises:
        OSError: it cannot be; what stood there still does.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            stream.write(content)
        return
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def write_out(stream: BinaryIO, content: bytes) -> None:
    """Write `content` to a stream somebody else opened; return when it left."""
    stream.write(content)
    stream.flush()
    with suppress(OSError):  # a pipe keeps nothing on a disk
        os.fsync(stream.fileno())
