"""What a debtor reads of a debit, beside its amount."""

from datetime import date
from typing import Final

from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.payments.direct_debit import MonthOf

_MONTHS: Final = (
    *("de janvier", "de février", "de mars", "d’avril", "de mai", "de juin"),
    *("de juillet", "d’août", "de septembre", "d’octobre", "de novembre", "de décembre"),
)


def debit_subject(about: InvoiceNumber | MonthOf) -> str:
    """Write it: `Facture d’eau 2026-EA-0018342`, `Mensualité d’août 2026, contrat 100214873`."""
    match about:
        case InvoiceNumber():
            return f"Facture d’eau {about}"
        case MonthOf():
            return f"Mensualité {_month(about.on)}, contrat {about.contract}"


def _month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"
