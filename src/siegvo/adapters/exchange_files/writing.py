"""Writing files that the billing system and spreadsheets read: UTF-8 with a BOM, RFC 4180."""

import csv
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, BinaryIO, Final

from siegvo.adapters.exchange_files.harmless import harmless

ENCODING: Final = "utf-8-sig"
SEPARATOR: Final = ";"
_USUAL_RIGHTS: Final = 0o666


def write_rows(file: IO[str], rows: Iterable[Sequence[str]]) -> None:
    """Write rows to a file that translates no line end, every cell harmless."""
    writer = csv.writer(file, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)


def write_stream(stream: BinaryIO, rows: Iterable[Sequence[str]]) -> None:
    """Write rows to a pipe or to a file that somebody else opened; return when they left."""
    text = io.TextIOWrapper(stream, encoding=ENCODING, newline="", write_through=True)
    try:
        write_rows(text, rows)
        text.flush()
    finally:
        text.detach()
    with suppress(OSError):  # a pipe, a terminal or memory keeps nothing on a disk
        os.fsync(stream.fileno())


def write_file(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write rows to `path`, all of them or nothing; return when they are on the disk.

    Raises:
        OSError: they cannot be; what stood there still does.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            write_stream(stream, rows)
        return
    with _replaced(path) as file:
        write_rows(file, rows)


@contextmanager
def _replaced(path: Path) -> Iterator[IO[str]]:
    """Give a file that becomes `path` when the block ends well."""
    with NamedTemporaryFile(
        "w", dir=path.parent, prefix=f".{path.name}.", encoding=ENCODING, newline="", delete=False
    ) as file:
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).chmod(_rights_of(path))
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    _sync_folder(path.parent)


def _rights_of(path: Path) -> int:
    """Return the rights of the file that is replaced, or those any new file would have."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return _USUAL_RIGHTS & ~mask


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
