"""PDFs, under names that their content makes."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Final

import attrs

from siegvo.adapters.files.pdfs import NOWHERE, check_pdf, read_pdf
from siegvo.adapters.files.safe_folder import sync
from siegvo.application.ports.pdf_files import NotAPdf, PdfFileMissing, PdfFilesUnavailable

_NAME: Final = re.compile(r"[0-9a-f]{64}")


@attrs.frozen
class KeptPdfs:
    """`PdfFiles`, as `ab/ab12….pdf` for the content whose SHA-256 is `ab12…`."""

    folder: Path

    def name_of(self, content: bytes) -> str:
        check_pdf(content)
        return sha256(content).hexdigest()

    def keep(self, content: bytes) -> str:
        name = self.name_of(content)
        try:
            if not self._has(name):
                self._write(name, content)
        except OSError as trouble:
            raise PdfFilesUnavailable from trouble
        return name

    def size_of(self, name: str) -> int | None:
        if not _NAME.fullmatch(name):
            return None
        try:
            return self._place(name).lstat().st_size
        except OSError:
            return None

    def open(self, name: str) -> bytes:
        if not _NAME.fullmatch(name):
            raise PdfFileMissing(name)
        try:
            content = read_pdf(self._place(name))
        except NotAPdf as fault:
            raise PdfFileMissing(name) from fault
        except OSError as trouble:
            if trouble.errno in NOWHERE:
                raise PdfFileMissing(name) from trouble
            raise PdfFilesUnavailable from trouble
        if sha256(content).hexdigest() != name:
            raise PdfFileMissing(name)
        return content

    def _place(self, name: str) -> Path:
        return self.folder / name[:2] / f"{name}.pdf"

    def _has(self, name: str) -> bool:
        """Say whether it lies there as it was kept: what a disk spoiled is written anew."""
        try:
            self.open(name)
        except PdfFileMissing:
            return False
        return True

    def _write(self, name: str, content: bytes) -> None:
        place = self._place(name)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        place.parent.mkdir(mode=0o700, exist_ok=True)
        with _draft(place.parent) as draft:
            draft.write(content)
            draft.flush()
            os.fsync(draft.fileno())
            Path(draft.name).replace(place)
        for folder in (place.parent, self.folder):
            sync(folder)


@contextmanager
def _draft(folder: Path) -> Iterator[IO[bytes]]:
    """Give a file that goes away unless it gets another name."""
    with NamedTemporaryFile(dir=folder, prefix=".", delete=False) as draft:
        try:
            yield draft
        finally:
            Path(draft.name).unlink(missing_ok=True)
