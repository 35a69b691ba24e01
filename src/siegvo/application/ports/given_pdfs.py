"""The PDFs that came with a file of invoices."""

from collections.abc import Callable

import attrs

from siegvo.domain.errors import Refused


@attrs.frozen
class PdfMissing(Refused):
    """No file bears this name in the folder that was given with the invoices."""

    file: str


@attrs.frozen
class PdfRefused(Refused):
    """No PDF, larger than ten mebibytes, no plain name, or a link to somewhere else."""

    file: str


FindPdf = Callable[[str], bytes]
"""Return the PDF of that name.

Raises:
    PdfMissing: there is none.
    PdfRefused: it is no PDF we want.
"""
