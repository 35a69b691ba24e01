"""The PDFs that come with a file of invoices are taken in."""

from collections.abc import Callable, Mapping, Sequence

import attrs

from siegvo.application.exchange.first_lines import FirstLines
from siegvo.application.ports.billing_feeds import InvoiceRow
from siegvo.application.ports.given_pdfs import FindPdf, PdfMissing, PdfRefused
from siegvo.domain.errors import Refused


@attrs.frozen(kw_only=True)
class PdfOnLine(Refused):
    """A warning: it came with another invoice further up, of somebody else perhaps."""

    file: str
    line: int


Document = str | PdfMissing | PdfRefused | PdfOnLine | None
"""The name a PDF is kept under, or why it is not; nothing if none was named or looked for."""


@attrs.frozen
class PdfDesk:
    """Where PDFs are taken in, before anybody has to wait for the database."""

    find: FindPdf
    put: Callable[[bytes], str]
    so_far: FirstLines = attrs.Factory(FirstLines)

    def documents(self, rows: Sequence[InvoiceRow]) -> Mapping[int, Document]:
        """Return what became of the PDFs of some rows, by line."""
        return {row.line: self._document(row, row.pdf) for row in rows if row.pdf}

    def _document(self, row: InvoiceRow, file: str) -> Document:
        number = row.invoice.number.text
        if (first := self.so_far.of(file)) and not self.so_far.agrees(file, number):
            return PdfOnLine(file=file, line=first)
        self.so_far.note(file, line=row.line, fact=number)
        try:
            return self.put(self.find(file))
        except (PdfMissing, PdfRefused) as trouble:
            return trouble
