"""The folder of PDFs that comes with a file of invoices."""

from pathlib import Path

import attrs

from siegvo.adapters.files.pdfs import NOWHERE, read_pdf
from siegvo.application.ports.given_pdfs import PdfMissing, PdfRefused
from siegvo.application.ports.pdf_files import NotAPdf


@attrs.frozen
class PdfFolder:
    """`FindPdf`, among the files that lie in one folder, and nowhere else."""

    folder: Path

    def __call__(self, file: str) -> bytes:
        if not _is_plain(file):
            raise PdfRefused(file)
        try:
            return read_pdf(self.folder / file)
        except NotAPdf as fault:
            raise PdfRefused(file) from fault
        except OSError as trouble:
            if trouble.errno in NOWHERE:
                raise PdfMissing(file) from trouble
            raise PdfRefused(file) from trouble


def _is_plain(name: str) -> bool:
    """Say whether this names a file of the folder itself, on whichever system."""
    return name.isprintable() and not name.startswith(".") and not set(name) & set("/\\:\0")
