"""PDFs that come with a file of invoices."""

import attrs
import pytest

from siegvo.application.exchange.bundle import Exchange
from siegvo.application.exchange.pdf_desk import PdfOnLine
from siegvo.application.exchange.report import ImportReport
from siegvo.application.ports.given_pdfs import FindPdf, PdfMissing, PdfRefused
from siegvo.application.ports.pdf_files import PdfFilesUnavailable
from siegvo.domain.billing.invoice import Invoice
from tests.support.builders.billing import INVOICE, an_invoice
from tests.support.builders.contracts import a_tenure
from tests.support.feeds import invoice_feed, invoice_row
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

PDFS = {"une.pdf": b"%PDF-1.7 une", "autre.pdf": b"%PDF-1.7 autre"}


def find_pdf(file: str) -> bytes:
    if file not in PDFS:
        raise PdfMissing(file)
    return PDFS[file]


def refuse_pdf(file: str) -> bytes:
    raise PdfRefused(file)


@pytest.fixture(autouse=True)
def _contract(world: World) -> None:
    world.know(a_tenure())


def _import(
    exchange: Exchange,
    pdf: str | None,
    *,
    find: FindPdf | None = find_pdf,
    invoice: Invoice | None = None,
    dry_run: bool = False,
) -> ImportReport:
    feed = invoice_feed([invoice_row(invoice or an_invoice(), pdf=pdf)])
    return exchange.import_invoices(feed, find_pdf=find, dry_run=dry_run)


def _kept(world: World, surroundings: Surroundings) -> bytes | None:
    document = world.kept.invoices.kept[INVOICE].document
    return surroundings.invoice_files.kept[document] if document else None


class TestAPdf:
    def test_is_kept_with_its_invoice(
        self, world: World, exchange: Exchange, surroundings: Surroundings
    ) -> None:
        report = _import(exchange, "une.pdf")

        assert (report.created, report.warnings) == (1, ())
        assert _kept(world, surroundings) == PDFS["une.pdf"]

    def test_changes_nothing_the_second_time(self, world: World, exchange: Exchange) -> None:
        _import(exchange, "une.pdf")
        before = world.kept

        assert _import(exchange, "une.pdf").unchanged == 1
        assert world.kept == before

    def test_takes_the_place_of_an_earlier_one(
        self, world: World, exchange: Exchange, surroundings: Surroundings
    ) -> None:
        _import(exchange, "une.pdf")

        assert _import(exchange, "autre.pdf").updated == 1
        assert _kept(world, surroundings) == PDFS["autre.pdf"]

    @pytest.mark.parametrize(
        ("pdf", "find"),
        [
            ("une.pdf", None),
            (None, find_pdf),
            ("nulle-part.pdf", find_pdf),
            ("une.pdf", refuse_pdf),
        ],
    )
    def test_stays_when_no_other_comes(
        self,
        world: World,
        exchange: Exchange,
        surroundings: Surroundings,
        pdf: str | None,
        find: FindPdf | None,
    ) -> None:
        _import(exchange, "une.pdf")

        report = _import(exchange, pdf, find=find, invoice=an_invoice(left=0))

        assert report.updated == 1
        assert _kept(world, surroundings) == PDFS["une.pdf"]

    @pytest.mark.parametrize(
        ("find", "about"),
        [(find_pdf, PdfMissing("nulle-part.pdf")), (refuse_pdf, PdfRefused("nulle-part.pdf"))],
    )
    def test_that_cannot_be_had_leaves_the_invoice_and_a_warning(
        self, world: World, exchange: Exchange, find: FindPdf, about: Exception
    ) -> None:
        report = _import(exchange, "nulle-part.pdf", find=find)

        assert report.created == 1
        assert [(each.line, repr(each.about)) for each in report.warnings] == [(2, repr(about))]
        assert world.kept.invoices.kept == {INVOICE: an_invoice()}

    @pytest.mark.parametrize("apart", [True, False])
    def test_is_of_one_invoice_only(self, world: World, exchange: Exchange, *, apart: bool) -> None:
        rows = [
            invoice_row(an_invoice(), line=2, pdf="une.pdf"),
            invoice_row(an_invoice("2026-1"), line=3, pdf="une.pdf"),
        ]
        feed = invoice_feed(*([row] for row in rows)) if apart else invoice_feed(rows)

        report = exchange.import_invoices(feed, find_pdf=find_pdf)

        about = PdfOnLine(file="une.pdf", line=2)
        assert [(each.line, repr(each.about)) for each in report.warnings] == [(3, repr(about))]
        documents = {each.number.text: each.document for each in world.kept.invoices.kept.values()}
        assert documents["2026-1"] is None
        assert documents[INVOICE.text]

    def test_may_come_with_a_row_that_is_out_of_date(
        self, world: World, exchange: Exchange, surroundings: Surroundings
    ) -> None:
        world.know(an_invoice(left=0))

        report = _import(exchange, "une.pdf", invoice=an_invoice(as_of="2026-11-01"))

        assert (report.updated, len(report.warnings)) == (1, 1)
        known = world.kept.invoices.kept[INVOICE]
        assert attrs.evolve(known, document=None) == an_invoice(left=0)
        assert _kept(world, surroundings) == PDFS["une.pdf"]

    def test_is_not_kept_on_a_dry_run(self, exchange: Exchange, surroundings: Surroundings) -> None:
        _import(exchange, "une.pdf")

        same = _import(exchange, "une.pdf", dry_run=True)
        other = _import(exchange, "autre.pdf", dry_run=True)

        assert (same.unchanged, other.updated) == (1, 1)
        assert list(surroundings.invoice_files.kept.values()) == [PDFS["une.pdf"]]

    def test_that_the_disk_does_not_take_ends_the_import(
        self, world: World, exchange: Exchange, surroundings: Surroundings
    ) -> None:
        surroundings.invoice_files.trouble = PdfFilesUnavailable()

        with pytest.raises(PdfFilesUnavailable):
            _import(exchange, "une.pdf")

        assert not world.kept.invoices.kept
