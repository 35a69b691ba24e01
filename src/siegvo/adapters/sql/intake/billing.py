"""Invoices and collections as files tell them, in SQL."""

from collections.abc import Collection as Some
from collections.abc import Mapping, Sequence
from typing import Final

import attrs
from sqlalchemy import BindParameter, Connection, bindparam, insert, select

from siegvo.adapters.sql.intake.billing_rows import collection_row, invoice_row
from siegvo.adapters.sql.keeping import kept
from siegvo.adapters.sql.repositories.invoices import collection_from, invoice_from
from siegvo.adapters.sql.tables.billing import collections, invoices
from siegvo.adapters.sql.tables.contracts import contracts
from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber

_wanted: Final[BindParameter[str]] = bindparam("numbers", expanding=True)
_CONTRACTS: Final = select(contracts.c.number).where(contracts.c.number.in_(_wanted))
_INVOICES: Final = select(invoices).where(invoices.c.number.in_(_wanted))
_NUMBERS: Final = select(invoices.c.number).where(invoices.c.number.in_(_wanted))
_COLLECTIONS: Final = select(collections).where(collections.c.invoice.in_(_wanted))
_KEEP_INVOICE: Final = kept(invoices)
_KEEP_COLLECTION: Final = insert(collections)


@attrs.frozen
class SqlBillingIntake:
    """`BillingIntake`, in the tables `invoices` and `collections`."""

    connection: Connection

    def contracts(self, numbers: Some[ContractNumber]) -> Some[ContractNumber]:
        wanted = {"numbers": [number.digits for number in numbers]}
        known = set(self.connection.execute(_CONTRACTS, wanted).scalars())
        return {number for number in numbers if number.digits in known}

    def invoices(self, numbers: Some[InvoiceNumber]) -> Mapping[InvoiceNumber, Invoice]:
        found = map(invoice_from, self.connection.execute(_INVOICES, _texts(numbers)))
        return {invoice.number: invoice for invoice in found}

    def keep_invoices(self, invoices: Sequence[Invoice]) -> None:
        self.connection.execute(_KEEP_INVOICE, [invoice_row(each) for each in invoices])

    def numbers(self, numbers: Some[InvoiceNumber]) -> Some[InvoiceNumber]:
        known = set(self.connection.execute(_NUMBERS, _texts(numbers)).scalars())
        return {number for number in numbers if number.text in known}

    def collections(self, numbers: Some[InvoiceNumber]) -> Some[Collection]:
        rows = self.connection.execute(_COLLECTIONS, _texts(numbers))
        return [collection_from(row) for row in rows]

    def keep_collections(self, collections: Sequence[Collection]) -> None:
        self.connection.execute(_KEEP_COLLECTION, [collection_row(each) for each in collections])


def _texts(numbers: Some[InvoiceNumber]) -> dict[str, list[str]]:
    return {"numbers": [number.text for number in numbers]}
