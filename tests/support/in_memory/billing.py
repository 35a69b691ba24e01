"""Invoices, their lines and what was received for them, in memory."""

import attrs

from siegvo.application.repositories.billing import InvoiceNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_line import InvoiceLine
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.tenure import Tenure
from tests.support.in_memory.contracts import InMemoryTenures


@attrs.define
class InMemoryInvoices:
    tenures: InMemoryTenures
    kept: dict[InvoiceNumber, Invoice] = attrs.Factory(dict)
    lines: dict[tuple[InvoiceNumber, int], InvoiceLine] = attrs.Factory(dict)
    collections: set[Collection] = attrs.Factory(set)

    def held_by(self, holder: AccountId, number: InvoiceNumber) -> Invoice:
        invoice = self.kept.get(number)
        theirs = self.tenures.seen_by(holder)
        if invoice is None or not any(belongs(invoice, tenure) for tenure in theirs):
            raise InvoiceNotFound(number)
        return invoice

    def lines_of(self, number: InvoiceNumber) -> tuple[InvoiceLine, ...]:
        keys = sorted(key for key in self.lines if key[0] == number)
        return tuple(self.lines[key] for key in keys)

    def collections_of(self, number: InvoiceNumber) -> tuple[Collection, ...]:
        received = (each for each in self.collections if each.invoice == number)
        in_order = sorted(received, key=lambda each: (each.received_on, each.amount, each.means))
        return tuple(in_order)

    def last_payable_of(self, invoice: Invoice) -> InvoiceNumber | None:
        theirs = [each for each in self.tenures.kept.values() if belongs(invoice, each)]
        payable = [
            (each.issued_on, each.number)
            for each in self.kept.values()
            if any(belongs(each, tenure) for tenure in theirs)
            and not (each.is_cancelled or each.is_credit)
        ]
        return max(payable)[1] if payable else None


def belongs(invoice: Invoice, tenure: Tenure) -> bool:
    return tenure.contract == invoice.contract and tenure.days.holds(invoice.belongs_on)
