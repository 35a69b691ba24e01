"""PDF files, kept under names that their content makes."""

from typing import Protocol

import attrs

from siegvo.application.ports.unavailable import Unavailable
from siegvo.domain.errors import NotFound, Refused


@attrs.frozen
class NotAPdf(Refused):
    """It does not begin as a PDF does, is too large, or is no plain file."""


@attrs.frozen
class PdfFileMissing(NotFound):
    """No PDF that was kept bears this name, or what lies there is not what was kept."""

    name: str


class PdfFilesUnavailable(Unavailable):
    """The disk they lie on is full, or cannot be written to or read."""


class PdfFiles(Protocol):
    """Each is kept under a name that its content makes: the same twice is kept once."""

    def name_of(self, content: bytes) -> str:
        """Return the name that `keep` would give to a PDF.

        Raises:
            NotAPdf: it is none, or too large.
        """

    def keep(self, content: bytes) -> str:
        """Keep a PDF, and return its name when it is safe on the disk.

        Raises:
            NotAPdf: it is none, or too large.
            PdfFilesUnavailable: it cannot be written.
        """

    def size_of(self, name: str) -> int | None:
        """Return how many bytes a PDF has, without reading it; nothing if it is not there."""

    def open(self, name: str) -> bytes:
        """Return a PDF just as it was kept.

        Raises:
            PdfFileMissing: it is not there, or not as it was.
            PdfFilesUnavailable: it cannot be read.
        """
