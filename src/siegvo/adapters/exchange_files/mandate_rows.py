"""Mandates that leave for the billing system, accounts in clear: it debits them."""

from collections.abc import Iterable, Iterator
from typing import Final
from zoneinfo import ZoneInfo

from siegvo.adapters.exchange_files.words import PAYMENT_MODES
from siegvo.application.exchange.export_mandates import LeavingMandate

COLUMNS: Final = (
    "rum",
    "signe_le",
    "numero_contrat",
    "code_redevable",
    "titulaire",
    "iban",
    "bic",
    "mode_reglement",
    "jour_prelevement",
    "reference",
)
_MODES: Final = {mode: word for word, mode in PAYMENT_MODES.items()}
_PARIS: Final = ZoneInfo("Europe/Paris")


def mandate_rows(leaving: Iterable[LeavingMandate]) -> Iterator[tuple[str, ...]]:
    """Yield the header, then a row for each mandate."""
    yield COLUMNS
    for each in leaving:
        mandate, details = each.mandate, each.mandate.details
        yield (
            str(mandate.reference),
            mandate.evidence.at.astimezone(_PARIS).date().isoformat(),
            str(mandate.contract),
            str(mandate.payer),
            details.holder,
            details.iban.text,
            details.bic or "",
            _MODES[each.mode],
            str(each.debit_day or ""),
            str(each.reference),
        )
