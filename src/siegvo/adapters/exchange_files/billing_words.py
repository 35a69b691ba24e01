"""The words of the files about invoices."""

from collections.abc import Mapping
from typing import Final

from siegvo.domain.billing.collection import Means
from siegvo.domain.billing.invoice import InvoiceKind
from siegvo.domain.billing.invoice_line import Heading

KINDS: Final[Mapping[str, InvoiceKind]] = {
    "facture": InvoiceKind.INVOICE,
    "acompte": InvoiceKind.INTERIM,
    "avoir": InvoiceKind.CREDIT_NOTE,
}

HEADINGS: Final[Mapping[str, Heading]] = {
    "eau": Heading.WATER,
    "assainissement": Heading.SANITATION,
    "organismes": Heading.PUBLIC_BODIES,
}

MEANS: Final[Mapping[str, Means]] = {
    "cb": Means.CARD,
    "virement": Means.TRANSFER,
    "cheque": Means.CHEQUE,
    "prelevement": Means.DIRECT_DEBIT,
    "especes": Means.CASH,
    "autre": Means.OTHER,
}
