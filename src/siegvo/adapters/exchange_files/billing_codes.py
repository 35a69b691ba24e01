"""How the numbers of invoices, and what the treasury calls them, are read."""

import re
from typing import Final

from siegvo.adapters.exchange_files.cells import Read, filled, shown
from siegvo.application.ports.billing_faults import NotAnInvoiceNumber, NotATreasuryReference
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.errors import Invalid

_REFERENCE: Final = re.compile(r"[A-Za-z0-9]{1,30}")


def invoice_number(column: str) -> Read[InvoiceNumber]:
    def read(cell: str) -> InvoiceNumber:
        typed = filled(column, cell)
        try:
            return InvoiceNumber.parse(typed)
        except Invalid:
            raise NotAnInvoiceNumber(column=column, given=shown(typed)) from None

    return read


def treasury_reference(column: str) -> Read[str]:
    """Read the `refdet` of PayFiP: letters and digits, thirty at the most."""

    def read(cell: str) -> str:
        typed = filled(column, cell)
        if not _REFERENCE.fullmatch(typed):
            raise NotATreasuryReference(column=column, given=shown(typed))
        return typed

    return read
