"""A subscriber takes away all the invoices of a year."""

from collections.abc import Iterator
from typing import Final

import attrs

from siegvo.application.billing.open_invoice import InvoiceDocument, NoInvoiceDocument, OpenInvoice
from siegvo.application.ports.work import Look
from siegvo.application.readers.invoices import InvoiceKey, InvoicePage
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.errors import NotFound

_AT_ONCE: Final = 200
MOST_COPIES: Final = 200
"""Of those the billing system gave no document for; the others are left out, and named."""


@attrs.frozen
class NoInvoicesThatYear(NotFound):
    year: int


@attrs.frozen(kw_only=True)
class Gathered:
    """An invoice of the year, and its document if there is one."""

    number: InvoiceNumber
    contract: ContractNumber
    document: InvoiceDocument | None


@attrs.frozen
class GatherInvoices:
    """Hand over the PDFs of a year, one after the other: one at a time is held in memory."""

    look: Look
    open_invoice: OpenInvoice

    def __call__(
        self, *, holder: AccountId, year: int, contract: ContractNumber | None = None
    ) -> Iterator[Gathered]:
        """Return those issued in `year`, of a contract or of all, the newest first.

        They are read while they are taken; whose each is is asked each time.

        Raises:
            NoInvoicesThatYear: there is none; asked at once.
        """

        def page(after: InvoiceKey | None = None) -> InvoicePage:
            with self.look() as readers:
                return readers.invoice_lists.of(
                    holder, contract=contract, year=year, after=after, most=_AT_ONCE
                )

        first = page()
        if not first.invoices:
            raise NoInvoicesThatYear(year)

        def every() -> Iterator[Invoice]:
            shown = first
            while True:
                yield from (known.invoice for known in shown.invoices)
                if not shown.goes_on:
                    return
                last = shown.invoices[-1].invoice
                shown = page(InvoiceKey(issued_on=last.issued_on, number=last.number))

        return self._gathered(holder, every())

    def _gathered(self, holder: AccountId, invoices: Iterator[Invoice]) -> Iterator[Gathered]:
        copies = 0
        for invoice in invoices:
            document = None
            if invoice.document or copies < MOST_COPIES:
                document = self._document(holder, invoice.number)
                copies += document is not None and document.is_copy
            yield Gathered(number=invoice.number, contract=invoice.contract, document=document)

    def _document(self, holder: AccountId, number: InvoiceNumber) -> InvoiceDocument | None:
        try:
            return self.open_invoice(holder=holder, number=number)
        except NoInvoiceDocument:
            return None
