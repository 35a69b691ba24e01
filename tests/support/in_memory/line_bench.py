"""A bench where invoice lines are judged, in memory."""

from collections.abc import Iterator

import attrs

from siegvo.application.ports.billing_faults import InvoiceUnknown
from siegvo.application.ports.billing_feeds import InvoiceLineRows
from siegvo.application.ports.feeds import Rejection
from siegvo.application.ports.line_bench import InvoiceLineOnLine
from siegvo.application.ports.reading_bench import Judged
from siegvo.application.ports.work import Begin
from siegvo.domain.billing.invoice_line import InvoiceLine
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.errors import DomainError
from tests.support.in_memory.billing import InMemoryInvoices
from tests.support.in_memory.work import InMemoryWork


@attrs.define
class InMemoryInvoiceLineBench:
    begin: Begin
    laid: dict[int, InvoiceLine] = attrs.Factory(dict)
    rejected: dict[int, DomainError] = attrs.Factory(dict)

    def lay(self, rows: InvoiceLineRows) -> None:
        for place, line in enumerate(rows.lines):
            self.laid[line] = InvoiceLine(
                invoice=InvoiceNumber(rows.invoices[place]),
                rank=rows.ranks[place],
                heading=rows.headings[place],
                label=rows.labels[place],
                quantity=rows.quantities[place],
                unit=rows.units[place],
                unit_price=rows.unit_prices[place],
                vat_rate=rows.vat_rates[place],
                net=rows.nets[place],
            )

    def weigh(self) -> Judged:
        with self.begin() as work:
            return self._judge(_invoices(work))[0]

    def keep(self) -> Judged:
        with self.begin() as work:
            invoices = _invoices(work)
            judged, standing = self._judge(invoices)
            invoices.lines.update(standing)
        return judged

    def refused(self) -> Iterator[Rejection]:
        return (Rejection(line, reason) for line, reason in sorted(self.rejected.items()))

    def _judge(
        self, known: InMemoryInvoices
    ) -> tuple[Judged, dict[tuple[InvoiceNumber, int], InvoiceLine]]:
        first: dict[tuple[InvoiceNumber, int], tuple[int, InvoiceLine]] = {}
        for line, said in sorted(self.laid.items()):
            if said.invoice not in known.kept:
                self.rejected[line] = InvoiceUnknown(number=said.invoice)
                continue
            above, standing = first.setdefault((said.invoice, said.rank), (line, said))
            if standing != said:
                self.rejected[line] = InvoiceLineOnLine(
                    number=said.invoice, rank=said.rank, line=above
                )
        created = len(first.keys() - known.lines.keys())
        updated = sum(known.lines.get(key, said) != said for key, (_, said) in first.items())
        unchanged = len(self.laid) - len(self.rejected) - created - updated
        judged = Judged(created=created, updated=updated, unchanged=unchanged)
        return judged, {key: said for key, (_, said) in first.items()}


def _invoices(work: object) -> InMemoryInvoices:
    assert isinstance(work, InMemoryWork)
    return work.invoices
