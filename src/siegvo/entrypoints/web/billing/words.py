"""What pages about invoices say in more than one place."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from siegvo.adapters.french.values import day, file_size, say
from siegvo.domain.billing.invoice import Invoice, InvoiceKind, Period
from siegvo.domain.billing.situation import Situation, Standing

KINDS: Final[Mapping[InvoiceKind, str]] = {
    InvoiceKind.INVOICE: "Facture",
    InvoiceKind.INTERIM: "Facture d’acompte",
    InvoiceKind.CREDIT_NOTE: "Avoir",
}
_OWES_NOTHING: Final = frozenset({Standing.CANCELLED, Standing.CREDIT_NOTE, Standing.NOTHING_DUE})
_SETTLED: Final = _OWES_NOTHING | {Standing.PAID}
_FIGURES: Final = str.maketrans(",.-", "\u202f,\u2212")


def is_owed(situation: Situation) -> bool:
    """Say whether something is left to pay, as far as is known."""
    return situation.standing not in _SETTLED


def whole_of(invoice: Invoice, situation: Situation) -> str:
    """Tell, beside what is left of an invoice, what it was: `, de 12,00 € en tout`."""
    is_part = is_owed(situation) and situation.outstanding.amount != invoice.total
    return f", de {say(invoice.total)} en tout" if is_part else ""


def may_be_behind(situation: Situation) -> bool:
    """Say whether the treasury may know more: until what came in covers the invoice."""
    return situation.standing not in _OWES_NOTHING and not situation.is_covered


def known_on(day: date) -> str:
    """Say whose word it is: `Situation au 17/11/2026, d’après le service de facturation`."""
    return f"Situation au {say(day)}, d’après le service de facturation"


def period_of(period: Period) -> str:
    """Write a period, the year once if it can be: `10/06 au 10/10/2026`."""
    first = day(period.first)
    if period.first.year == period.last.year:
        first = first.rpartition("/")[0]
    return f"{first} au {day(period.last)}"


def name_of(invoice: Invoice) -> str:
    """Name it for whoever sees nothing else: `Facture d’acompte 2026-EA-0018342`."""
    return f"{KINDS[invoice.kind]} {invoice.number}"


def pdf_words(invoice: Invoice, *, size: int | None) -> str:
    """Name the document: `Facture (PDF, 84 Ko)`; a copy is made when it is opened."""
    if size is not None:
        return f"{KINDS[invoice.kind]} (PDF, {file_size(size)})"
    return "Copie de la facture (PDF)"


def figures(value: Decimal, *, decimals: int | None = None) -> str:
    """Write `1 234,5`, with so many decimals or as many as it needs."""
    written = f"{value:,f}" if decimals is None else f"{value:,.{decimals}f}"
    if decimals is None and "." in written:
        written = written.rstrip("0").rstrip(".")
    return written.translate(_FIGURES)
