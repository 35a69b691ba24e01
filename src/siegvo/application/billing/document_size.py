"""How large the document of an invoice is."""

from siegvo.application.ports.pdf_files import PdfFiles
from siegvo.domain.billing.invoice import Invoice


def size_of_document(invoice: Invoice, files: PdfFiles) -> int | None:
    """Return its bytes; nothing where the billing system gave none, or it was lost."""
    return files.size_of(invoice.document) if invoice.document else None
