"""Invoices, lines and collections as rows of their tables."""

from typing import Any

from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_line import InvoiceLine


def invoice_row(invoice: Invoice) -> dict[str, Any]:
    return {
        "number": invoice.number.text,
        "contract": invoice.contract.digits,
        "kind": invoice.kind.value,
        "issued_on": invoice.issued_on,
        "due_on": invoice.due_on,
        "period_first": invoice.period.first,
        "period_last": invoice.period.last,
        "belongs_on": invoice.belongs_on,
        "total_cents": invoice.total.cents,
        "outstanding_cents": invoice.balance.amount.cents,
        "as_of": invoice.balance.as_of,
        "net_cents": None if invoice.net is None else invoice.net.cents,
        "vat_cents": None if invoice.vat is None else invoice.vat.cents,
        "volume_m3": invoice.volume_m3,
        "fiscal_year": invoice.fiscal_year,
        "treasury_reference": invoice.treasury_reference,
        "debit_on": invoice.debit_on,
        "is_cancelled": invoice.is_cancelled,
        "document": invoice.document,
    }


def invoice_line_row(line: InvoiceLine) -> dict[str, Any]:
    return {
        "invoice": line.invoice.text,
        "rank": line.rank,
        "heading": line.heading.value,
        "label": line.label,
        "quantity": str(line.quantity),
        "unit": line.unit,
        "unit_price": int(line.unit_price.scaleb(4)),
        "vat_rate": int(line.vat_rate.scaleb(2)),
        "net_cents": line.net.cents,
    }


def collection_row(collection: Collection) -> dict[str, Any]:
    return {
        "invoice": collection.invoice.text,
        "received_on": collection.received_on,
        "amount_cents": collection.amount.cents,
        "means": collection.means.value,
    }
