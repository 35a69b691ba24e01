"""Who wants invoices by mail, or on paper again, as it leaves for the billing system."""

from collections.abc import Iterable, Iterator
from typing import Final
from zoneinfo import ZoneInfo

from siegvo.application.readers.e_invoices import LeavingEInvoice

COLUMNS: Final = ("numero_contrat", "code_redevable", "e_facture", "demande_le", "reference")


def e_invoice_rows(wishes: Iterable[LeavingEInvoice]) -> Iterator[tuple[str, ...]]:
    """Yield the header, then a row for each request, the oldest first: the last one counts."""
    yield COLUMNS
    for wish in wishes:
        yield (
            str(wish.contract),
            str(wish.payer),
            "oui" if wish.wanted else "non",
            wish.asked_at.astimezone(ZoneInfo("Europe/Paris")).date().isoformat(),
            str(wish.reference),
        )
