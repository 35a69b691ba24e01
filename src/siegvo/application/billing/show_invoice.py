"""A subscriber looks at one of their invoices."""

import attrs

from siegvo.application.billing.document_size import size_of_document
from siegvo.application.billing.offer import Offer, offer_for
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.pdf_files import PdfFiles
from siegvo.application.ports.work import Look
from siegvo.application.readers.invoices import InvoiceSheet
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.paid_twice import paid_too_much
from siegvo.domain.billing.situation import Situation
from siegvo.domain.kernel.money import Money


@attrs.frozen(kw_only=True)
class InvoiceView:
    """An invoice, how it stands today, and whether it may be paid on line.

    `too_much` is what several payments on line took beyond it, if they did.
    `document_bytes` is the size of the billing system's document, if there is one.
    """

    sheet: InvoiceSheet
    situation: Situation
    offer: Offer
    too_much: Money | None = None
    document_bytes: int | None = None


@attrs.frozen
class ShowInvoice:
    """Show an invoice of a payer the account is linked to."""

    look: Look
    clock: Clock
    files: PdfFiles
    takes_payments: bool

    def __call__(self, *, holder: AccountId, number: InvoiceNumber) -> InvoiceView:
        """Return it; amounts in cents, volumes in whole m3, days in Paris.

        Raises:
            InvoiceNotFound: it does not exist, or is not theirs.
        """
        with self.look() as readers:
            sheet = readers.invoice_lists.sheet(holder, number)
        situation = sheet.known.situation_on(self.clock.today())
        invoice = sheet.known.invoice
        return InvoiceView(
            sheet=sheet,
            situation=situation,
            offer=offer_for(
                invoice,
                situation,
                last=sheet.last_payable,
                is_open=self.takes_payments,
            ),
            too_much=paid_too_much(invoice, sheet.known.paid_online, sheet.known.collections),
            document_bytes=size_of_document(invoice, self.files),
        )
