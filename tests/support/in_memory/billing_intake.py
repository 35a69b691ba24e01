"""What the files of the billing system say of invoices, in memory."""

from collections.abc import Collection as Some
from collections.abc import Mapping, Sequence

import attrs

from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from tests.support.in_memory.billing import InMemoryInvoices


@attrs.frozen
class InMemoryBillingIntake:
    kept: InMemoryInvoices

    def contracts(self, numbers: Some[ContractNumber]) -> Some[ContractNumber]:
        return {each.contract for each in self.kept.tenures.kept.values()} & set(numbers)

    def invoices(self, numbers: Some[InvoiceNumber]) -> Mapping[InvoiceNumber, Invoice]:
        return {number: self.kept.kept[number] for number in self.numbers(numbers)}

    def keep_invoices(self, invoices: Sequence[Invoice]) -> None:
        self.kept.kept.update({invoice.number: invoice for invoice in invoices})

    def numbers(self, numbers: Some[InvoiceNumber]) -> Some[InvoiceNumber]:
        return self.kept.kept.keys() & set(numbers)

    def collections(self, numbers: Some[InvoiceNumber]) -> Some[Collection]:
        return [each for each in self.kept.collections if each.invoice in numbers]

    def keep_collections(self, collections: Sequence[Collection]) -> None:
        self.kept.collections.update(collections)
