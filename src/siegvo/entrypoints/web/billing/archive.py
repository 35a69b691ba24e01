"""Files in one archive, written while it is sent: nothing of it is kept."""

from collections.abc import Iterable, Iterator
from io import RawIOBase
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import attrs

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@attrs.frozen(kw_only=True)
class ArchivedFile:
    name: str
    content: bytes = attrs.field(repr=False)


class _Outlet(RawIOBase):
    """Where an archive is written, piece by piece, and taken from before the next piece."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def taken(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def archive(files: Iterable[ArchivedFile]) -> Iterator[bytes]:
    """Give a zip, one file at a time; PDFs are packed already, and are stored as they are."""
    outlet = _Outlet()
    with ZipFile(outlet, mode="w", compression=ZIP_STORED) as written:
        for file in files:
            written.writestr(ZipInfo(file.name, date_time=_LONG_AGO), file.content)
            yield outlet.taken()
    yield outlet.taken()
