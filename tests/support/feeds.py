"""Files of the billing system, already read."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Generic, TypeVar

import attrs

from siegvo.application.ports.billing_feeds import CollectionRow, InvoiceLineRows, InvoiceRow
from siegvo.application.ports.feeds import ContractRow, MeterRow, ReadingRows, Rejection, Rows
from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_line import InvoiceLine
from siegvo.domain.contracts.payer import Payer
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.errors import DomainError
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.reading import ReadingSource
from tests.support.builders.contracts import a_payer
from tests.support.meters import SERIAL

Batch = TypeVar("Batch")


@attrs.frozen
class Listed(Generic[Batch]):
    """A feed of batches that are ready."""

    ready: Sequence[Batch]
    warnings: Sequence[DomainError] = ()

    def batches(self) -> Iterator[Batch]:
        return iter(self.ready)


def contract_feed(*batches: Sequence[ContractRow]) -> Listed[Rows[ContractRow]]:
    return Listed([Rows(good=batch, bad=()) for batch in batches])


def meter_feed(*batches: Sequence[MeterRow]) -> Listed[Rows[MeterRow]]:
    return Listed([Rows(good=batch, bad=()) for batch in batches])


def invoice_feed(*batches: Sequence[InvoiceRow]) -> Listed[Rows[InvoiceRow]]:
    return Listed([Rows(good=batch, bad=()) for batch in batches])


def collection_feed(*batches: Sequence[Collection]) -> Listed[Rows[CollectionRow]]:
    """Write each collection on a line of its own, from the second on."""
    ready, line = list[Rows[CollectionRow]](), 2
    for batch in batches:
        lines = enumerate(batch, start=line)
        rows = [CollectionRow(line=number, collection=each) for number, each in lines]
        ready.append(Rows(good=rows, bad=()))
        line += len(batch)
    return Listed(ready)


def contract_row(
    tenure: Tenure, *, line: int = 2, key: str = "ABCD2345", payer: Payer | None = None
) -> ContractRow:
    return ContractRow(
        line=line,
        payer=payer or a_payer(tenure.payer.text),
        tenure=tenure,
        key=SecurityKey(key),
    )


def meter_row(meter: Meter, *, line: int = 2) -> MeterRow:
    return MeterRow(line=line, meter=meter)


def invoice_row(invoice: Invoice, *, line: int = 2, pdf: str | None = None) -> InvoiceRow:
    return InvoiceRow(line=line, invoice=invoice, pdf=pdf)


def invoice_line_rows(
    *rows: InvoiceLine, first_line: int = 2, bad: Sequence[Rejection] = ()
) -> InvoiceLineRows:
    return InvoiceLineRows(
        lines=range(first_line, first_line + len(rows)),
        invoices=[row.invoice.text for row in rows],
        ranks=[row.rank for row in rows],
        headings=[row.heading for row in rows],
        labels=[row.label for row in rows],
        quantities=[row.quantity for row in rows],
        units=[row.unit for row in rows],
        unit_prices=[row.unit_price for row in rows],
        vat_rates=[row.vat_rate for row in rows],
        nets=[row.net for row in rows],
        bad=bad,
    )


@attrs.frozen
class Told:
    """A row of the file of readings."""

    line: int
    index: int
    on: str = "2026-10-10"
    source: ReadingSource = ReadingSource.AGENT
    serial: str = SERIAL


def reading_rows(*rows: Told, bad: Sequence[Rejection] = ()) -> ReadingRows:
    return ReadingRows(
        lines=[row.line for row in rows],
        serials=[row.serial for row in rows],
        days=[date.fromisoformat(row.on) for row in rows],
        indexes=[row.index for row in rows],
        sources=[row.source for row in rows],
        bad=bad,
    )


def reasons(rejections: Iterable[Rejection]) -> list[tuple[int, str]]:
    """Return lines and reasons as they can be compared: two errors are never equal."""
    return [(each.line, repr(each.reason)) for each in rejections]
