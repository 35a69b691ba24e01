"""The file of invoice lines, column by column: it may be very long."""

from collections.abc import Iterator, Sequence
from typing import Final, Self

import attrs

from siegvo.adapters.exchange_files import amounts, cells
from siegvo.adapters.exchange_files.billing_codes import invoice_number
from siegvo.adapters.exchange_files.billing_words import HEADINGS
from siegvo.adapters.exchange_files.columns import Column, Columns
from siegvo.adapters.exchange_files.sheet import Sheet
from siegvo.application.ports.billing_feeds import InvoiceLineRows
from siegvo.domain.errors import DomainError

_number = invoice_number("numero_facture")

COLUMNS: Final = Columns(
    (
        Column("numero_facture", lambda cell: _number(cell).text),
        Column("rang", cells.number("rang", least=0, most=9999)),
        Column("rubrique", cells.word("rubrique", HEADINGS)),
        Column("libelle", cells.text("libelle", 200)),
        Column("quantite", amounts.decimal("quantite", digits=9, places=10)),
        Column("prix_unitaire", amounts.decimal("prix_unitaire", digits=5, places=4)),
        Column("taux_tva", amounts.rate("taux_tva")),
        Column("montant_ht", amounts.amount("montant_ht")),
        Column("unite", cells.maybe(cells.text("unite", 20)), is_required=False),
    )
)


@attrs.frozen
class InvoiceLineFile:
    """`InvoiceLineFeed`, in a file."""

    sheet: Sheet
    warnings: Sequence[DomainError]

    @classmethod
    def of(cls, sheet: Sheet) -> Self:
        return cls(sheet, COLUMNS.check(sheet))

    def batches(self) -> Iterator[InvoiceLineRows]:
        for values in COLUMNS.values(self.sheet):
            invoices, ranks, headings, labels, quantities, prices, rates, nets, units = (
                values.columns
            )
            yield InvoiceLineRows(
                lines=values.lines,
                invoices=invoices,
                ranks=ranks,
                headings=headings,
                labels=labels,
                quantities=quantities,
                units=units,
                unit_prices=prices,
                vat_rates=rates,
                nets=nets,
                bad=values.bad,
            )
