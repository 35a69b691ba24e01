"""A folder of files that are whole or not there."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

import attrs


@attrs.frozen
class SafeFolder:
    """Readable by its owner only; made when the first file comes."""

    path: Path

    def write(self, name: str, content: bytes) -> None:
        """Keep a new file; once this returns, it survives a power cut.

        Raises:
            OSError: it cannot be written; nothing is left of it.
        """
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.path, delete=False) as draft:
            try:
                draft.write(content)
                draft.flush()
                os.fsync(draft.fileno())
                Path(draft.name).rename(self.path / name)
                sync(self.path)
            except BaseException:
                Path(draft.name).unlink(missing_ok=True)
                raise

    def read(self, name: str) -> bytes:
        """Return what was kept.

        Raises:
            OSError: it is not there, or is no plain file.
        """
        handle = os.open(self.path / name, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(handle, "rb") as file:
            return file.read()

    def drop(self, name: str) -> None:
        """Drop a file, if it is there and can be dropped."""
        with suppress(OSError):
            (self.path / name).unlink()


def sync(folder: Path) -> None:
    """Make sure that the names in a folder are on the disk, where systems can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
