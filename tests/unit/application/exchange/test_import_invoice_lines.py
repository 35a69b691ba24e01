import attrs
import pytest

from siegvo.application.exchange.bundle import Exchange
from siegvo.application.exchange.report import ImportReport
from siegvo.application.ports.billing_faults import InvoiceUnknown, NotARate
from siegvo.application.ports.feeds import Rejection
from siegvo.application.ports.line_bench import InvoiceLineOnLine
from siegvo.domain.billing.invoice_line import InvoiceLine
from siegvo.domain.billing.invoice_number import InvoiceNumber
from tests.support.builders.billing import INVOICE, an_invoice, an_invoice_line
from tests.support.builders.contracts import a_tenure
from tests.support.feeds import Listed, invoice_line_rows, reasons
from tests.support.in_memory.world import World

LINES = (an_invoice_line(1), an_invoice_line(2))


@pytest.fixture(autouse=True)
def _invoice(world: World) -> None:
    world.know(a_tenure(), an_invoice())


def _known(world: World) -> tuple[InvoiceLine, ...]:
    return world.kept.invoices.lines_of(INVOICE)


class TestImportInvoiceLines:
    def test_keeps_lines(self, world: World, exchange: Exchange) -> None:
        report = exchange.import_invoice_lines(Listed([invoice_line_rows(*LINES)]))

        assert report == ImportReport(created=2, updated=0, unchanged=0, rejected=0)
        assert _known(world) == LINES

    def test_changes_nothing_the_second_time(self, world: World, exchange: Exchange) -> None:
        feed = Listed([invoice_line_rows(*LINES)])
        exchange.import_invoice_lines(feed)
        before = world.kept

        assert exchange.import_invoice_lines(feed).unchanged == 2
        assert world.kept == before

    def test_refuses_lines_in_their_order(self, world: World, exchange: Exchange) -> None:
        rejected = list[Rejection]()
        fault = Rejection(3, NotARate(column="taux_tva", given="120"))
        other = attrs.evolve(LINES[0], label="Autre chose")
        feed = Listed(
            [
                invoice_line_rows(an_invoice_line(invoice="NEVER-SEEN"), bad=[fault]),
                invoice_line_rows(*LINES, other, first_line=4),
            ]
        )

        report = exchange.import_invoice_lines(feed, refuse=rejected.append)

        assert (report.created, report.rejected) == (2, 3)
        assert reasons(rejected) == [
            (2, repr(InvoiceUnknown(number=InvoiceNumber("NEVER-SEEN")))),
            (3, repr(fault.reason)),
            (6, repr(InvoiceLineOnLine(number=INVOICE, rank=1, line=4))),
        ]
        assert _known(world) == LINES

    def test_keeps_nothing_on_a_dry_run(self, world: World, exchange: Exchange) -> None:
        feed = Listed([invoice_line_rows(*LINES)])

        report = exchange.import_invoice_lines(feed, dry_run=True)

        assert (report.created, report.has_changed) == (2, False)
        assert not _known(world)
