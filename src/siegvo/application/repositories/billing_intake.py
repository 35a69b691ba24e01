"""Where what the billing system says of invoices is kept."""

from collections.abc import Collection as Some
from collections.abc import Mapping, Sequence
from typing import Protocol

from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber


class BillingIntake(Protocol):
    def contracts(self, numbers: Some[ContractNumber]) -> Some[ContractNumber]:
        """Return those contracts that are known."""

    def invoices(self, numbers: Some[InvoiceNumber]) -> Mapping[InvoiceNumber, Invoice]:
        """Return those invoices that are known."""

    def keep_invoices(self, invoices: Sequence[Invoice]) -> None:
        """Keep invoices, whether they are known or not; their contracts are known."""

    def numbers(self, numbers: Some[InvoiceNumber]) -> Some[InvoiceNumber]:
        """Return the numbers of those invoices that are known."""

    def collections(self, numbers: Some[InvoiceNumber]) -> Some[Collection]:
        """Return what was received for those invoices, as far as is known."""

    def keep_collections(self, collections: Sequence[Collection]) -> None:
        """Keep collections that are not known yet, of invoices that are."""
