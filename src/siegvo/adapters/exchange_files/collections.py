"""The file of collections."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, Self

import attrs

from siegvo.adapters.exchange_files import amounts, cells
from siegvo.adapters.exchange_files.billing_codes import invoice_number
from siegvo.adapters.exchange_files.billing_words import MEANS
from siegvo.adapters.exchange_files.columns import Column, Columns
from siegvo.adapters.exchange_files.rows import built
from siegvo.adapters.exchange_files.sheet import Sheet
from siegvo.application.ports.billing_faults import NothingReceived
from siegvo.application.ports.billing_feeds import CollectionRow
from siegvo.application.ports.feeds import Rows
from siegvo.domain.billing.collection import Collection
from siegvo.domain.errors import DomainError

COLUMNS: Final = Columns(
    (
        Column("numero_facture", invoice_number("numero_facture")),
        Column("encaisse_le", cells.day("encaisse_le")),
        Column("montant", amounts.amount("montant")),
        Column("moyen", cells.word("moyen", MEANS)),
    )
)


@attrs.frozen
class CollectionFile:
    """`CollectionFeed`, in a file."""

    sheet: Sheet
    warnings: Sequence[DomainError]

    @classmethod
    def of(cls, sheet: Sheet) -> Self:
        return cls(sheet, COLUMNS.check(sheet))

    def batches(self) -> Iterator[Rows[CollectionRow]]:
        for values in COLUMNS.values(self.sheet):
            yield built(values, _row)


def _row(line: int, values: tuple[Any, ...]) -> CollectionRow:
    invoice, received_on, amount, means = values
    if not amount:
        raise NothingReceived
    collection = Collection(invoice=invoice, received_on=received_on, amount=amount, means=means)
    return CollectionRow(line=line, collection=collection)
