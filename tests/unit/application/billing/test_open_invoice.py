import attrs
import pytest

from siegvo.application.billing import gather_invoices
from siegvo.application.billing.bundle import Billing
from siegvo.application.billing.gather_invoices import NoInvoicesThatYear
from siegvo.application.billing.open_invoice import InvoiceDocument, NoInvoiceDocument
from siegvo.application.ports.papers import InvoicePaper
from siegvo.application.ports.pdf_files import PdfFilesUnavailable
from siegvo.application.repositories.billing import InvoiceNotFound
from siegvo.domain.billing.invoice_number import InvoiceNumber
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.builders.billing import INVOICE, an_invoice, an_invoice_line
from tests.support.builders.contracts import CONTRACT, a_link, a_tenure
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

SENT = b"%PDF-1.7 what the billing system sent"


@pytest.fixture(autouse=True)
def _alice(world: World) -> None:
    world.know(a_tenure())
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.links.add(a_link(ALICE))


@pytest.fixture
def billing(world: World, surroundings: Surroundings) -> Billing:
    return Billing.on(surroundings.around(world))


class TestTheDocument:
    def test_is_what_the_billing_system_sent(
        self, world: World, billing: Billing, surroundings: Surroundings
    ) -> None:
        world.know(an_invoice(document=surroundings.invoice_files.keep(SENT)))

        opened = billing.open_invoice(holder=ALICE, number=INVOICE)

        assert opened == InvoiceDocument(number=INVOICE, content=SENT, is_copy=False)

    @pytest.mark.parametrize("document", [None, "0" * 64])
    def test_is_else_a_copy(
        self, world: World, billing: Billing, surroundings: Surroundings, document: str | None
    ) -> None:
        world.know(an_invoice(document=document), an_invoice_line())

        opened = billing.open_invoice(holder=ALICE, number=INVOICE)

        assert opened.is_copy
        assert surroundings.papers
        (paper,) = surroundings.papers.made
        assert isinstance(paper, InvoicePaper)
        assert paper.invoice == an_invoice(document=document)
        assert paper.lines == (an_invoice_line(),)
        assert paper.is_payable_online

    def test_is_nowhere_without_lines_to_copy(self, world: World, billing: Billing) -> None:
        world.know(an_invoice())

        with pytest.raises(NoInvoiceDocument):
            billing.open_invoice(holder=ALICE, number=INVOICE)

    def test_is_nowhere_without_a_way_to_copy(
        self, world: World, surroundings: Surroundings
    ) -> None:
        world.know(an_invoice(), an_invoice_line())
        plain = attrs.evolve(surroundings, papers=None)

        with pytest.raises(NoInvoiceDocument):
            Billing.on(plain.around(world)).open_invoice(holder=ALICE, number=INVOICE)

    def test_is_not_replaced_while_the_disk_is_away(
        self, world: World, billing: Billing, surroundings: Surroundings
    ) -> None:
        name = surroundings.invoice_files.keep(SENT)
        world.know(an_invoice(document=name), an_invoice_line())
        surroundings.invoice_files.trouble = PdfFilesUnavailable()

        with pytest.raises(PdfFilesUnavailable):
            billing.open_invoice(holder=ALICE, number=INVOICE)

    def test_is_not_found_by_others(
        self, world: World, billing: Billing, surroundings: Surroundings
    ) -> None:
        world.know(an_invoice(document=surroundings.invoice_files.keep(SENT)), an_invoice_line())

        with pytest.raises(InvoiceNotFound):
            billing.open_invoice(holder=BOB, number=INVOICE)


class TestTheDocumentsOfAYear:
    def test_come_one_after_the_other(
        self, world: World, billing: Billing, surroundings: Surroundings
    ) -> None:
        name = surroundings.invoice_files.keep(SENT)
        world.know(
            an_invoice("F-1", issued="2025-12-31"),
            an_invoice("F-2", issued="2026-01-01", document=name),
            an_invoice("F-3", issued="2026-02-01"),
            an_invoice_line(invoice="F-3"),
            an_invoice("F-4", issued="2026-03-01"),
        )

        gathered = tuple(billing.gather_invoices(holder=ALICE, year=2026, contract=CONTRACT))

        assert [each.number.text for each in gathered] == ["F-4", "F-3", "F-2"]
        assert [each.document and each.document.is_copy for each in gathered] == [None, True, False]

    def test_are_all_there_however_many(
        self, world: World, billing: Billing, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(gather_invoices, "_AT_ONCE", 2)
        world.know(*(an_invoice(f"F-{rank}") for rank in range(5)))

        gathered = tuple(billing.gather_invoices(holder=ALICE, year=2026))

        assert [each.number for each in gathered] == [
            InvoiceNumber(f"F-{rank}") for rank in (4, 3, 2, 1, 0)
        ]

    def test_are_copied_up_to_a_sane_count(
        self,
        world: World,
        billing: Billing,
        surroundings: Surroundings,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(gather_invoices, "MOST_COPIES", 2)
        name = surroundings.invoice_files.keep(SENT)
        world.know(an_invoice("F-0", document=name))
        for rank in range(1, 4):
            world.know(an_invoice(f"F-{rank}"), an_invoice_line(invoice=f"F-{rank}"))

        gathered = tuple(billing.gather_invoices(holder=ALICE, year=2026))

        assert [bool(each.document) for each in gathered] == [True, True, False, True]

    def test_are_asked_for_before_any_is_sent(self, billing: Billing) -> None:
        with pytest.raises(NoInvoicesThatYear):
            billing.gather_invoices(holder=ALICE, year=2026)

    def test_are_those_of_nobody_else(self, world: World, billing: Billing) -> None:
        world.know(an_invoice())

        with pytest.raises(NoInvoicesThatYear):
            billing.gather_invoices(holder=BOB, year=2026, contract=CONTRACT)
