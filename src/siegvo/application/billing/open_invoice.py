"""A subscriber opens the document of an invoice."""

from contextlib import suppress

import attrs

from siegvo.application.billing.offer import offer_for
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.papers import Addressee, InvoicePaper, Papers
from siegvo.application.ports.pdf_files import PdfFileMissing, PdfFiles
from siegvo.application.ports.utility import Utility
from siegvo.application.ports.work import Look
from siegvo.application.readers.invoices import InvoiceSheet
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.errors import NotFound


@attrs.frozen
class NoInvoiceDocument(NotFound):
    """The billing system gave none, and the portal cannot make a copy."""

    number: InvoiceNumber


@attrs.frozen(kw_only=True)
class InvoiceDocument:
    """A PDF: what the billing system sent, or else a copy made from what it told."""

    number: InvoiceNumber
    content: bytes = attrs.field(repr=False)
    is_copy: bool


@attrs.frozen
class OpenInvoice:
    """Hand over the PDF of an invoice; whose it is is asked each time."""

    look: Look
    clock: Clock
    files: PdfFiles
    papers: Papers | None
    utility: Utility
    takes_payments: bool

    def __call__(self, *, holder: AccountId, number: InvoiceNumber) -> InvoiceDocument:
        """Return the billing system's document, or a copy rendered from the lines.

        Raises:
            InvoiceNotFound: it does not exist, or is not theirs.
            NoInvoiceDocument: there is neither a document nor a way to make one.
            PdfFilesUnavailable: the disk cannot be read.
        """
        with self.look() as readers:
            invoice = readers.invoices.held_by(holder, number)
        if invoice.document:
            with suppress(PdfFileMissing):
                content = self.files.open(invoice.document)
                return InvoiceDocument(number=number, content=content, is_copy=False)
        with self.look() as readers:
            sheet = readers.invoice_lists.sheet(holder, number)
        if self.papers is None or not sheet.lines:
            raise NoInvoiceDocument(number)
        content = self.papers.invoice_copy(self._paper(sheet))
        return InvoiceDocument(number=number, content=content, is_copy=True)

    def _paper(self, sheet: InvoiceSheet) -> InvoicePaper:
        today, invoice = self.clock.today(), sheet.known.invoice
        situation = sheet.known.situation_on(today)
        offer = offer_for(invoice, situation, last=sheet.last_payable, is_open=self.takes_payments)
        return InvoicePaper(
            made_on=today,
            utility=self.utility,
            payer=Addressee(name=sheet.payer_name, address=sheet.payer_address),
            supply=sheet.supply,
            invoice=invoice,
            lines=sheet.lines,
            situation=situation,
            measured=sheet.measured,
            is_payable_online=offer.amount is not None,
        )
