"""The files about invoices, as the core wants to read them."""

from collections.abc import Sequence
from decimal import Decimal

import attrs

from siegvo.application.ports.feeds import Feed, Rejection, Rows
from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_line import Heading
from siegvo.domain.kernel.money import Money


@attrs.frozen(kw_only=True)
class InvoiceRow:
    """An invoice, without a document; `pdf` is the name of the file that came with it."""

    line: int
    invoice: Invoice
    pdf: str | None


@attrs.frozen(kw_only=True)
class InvoiceLineRows:
    """Some rows that follow one another, by column, for files of millions of lines.

    `lines` are those of the file; `invoices` the texts of numbers.  A quantity has no zeros
    behind its decimals.
    """

    lines: Sequence[int]
    invoices: Sequence[str]
    ranks: Sequence[int]
    headings: Sequence[Heading]
    labels: Sequence[str]
    quantities: Sequence[Decimal]
    units: Sequence[str | None]
    unit_prices: Sequence[Decimal]
    vat_rates: Sequence[Decimal]
    nets: Sequence[Money]
    bad: Sequence[Rejection]


@attrs.frozen(kw_only=True)
class CollectionRow:
    line: int
    collection: Collection


InvoiceFeed = Feed[Rows[InvoiceRow]]
InvoiceLineFeed = Feed[InvoiceLineRows]
CollectionFeed = Feed[Rows[CollectionRow]]
