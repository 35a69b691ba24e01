"""How subscribers want to pay, as it leaves for the billing system."""

from collections.abc import Iterable, Iterator
from typing import Final

from siegvo.adapters.exchange_files.words import PAYMENT_MODES
from siegvo.domain.payments.change import PaymentChange

_WORDS: Final = {mode: word for word, mode in PAYMENT_MODES.items()}

COLUMNS: Final = (
    "numero_contrat",
    "code_redevable",
    "mode_reglement",
    "jour_prelevement",
    "demande_le",
    "reference",
)


def payment_mode_rows(changes: Iterable[PaymentChange]) -> Iterator[tuple[str, ...]]:
    """Yield the header, then a row for each change; the day only where one was chosen."""
    yield COLUMNS
    for change in changes:
        yield (
            str(change.contract),
            str(change.payer),
            _WORDS[change.after],
            str(change.debit_day or ""),
            change.asked_on.isoformat(),
            str(change.reference),
        )
