from collections.abc import Iterator, Sequence
from datetime import date

import attrs
import pytest

from siegvo.application.exchange.bundle import Exchange
from siegvo.application.exchange.import_invoices import (
    BalanceAhead,
    BalanceOlder,
    InvoiceOfAnotherContract,
    InvoiceOnLine,
)
from siegvo.application.exchange.import_meters import ContractUnknown
from siegvo.application.exchange.report import ImportReport
from siegvo.application.ports.billing_faults import AmountsDisagree, MoreLeftThanCharged
from siegvo.application.ports.billing_feeds import InvoiceRow
from siegvo.application.ports.feeds import Rejection, Rows
from siegvo.application.ports.unavailable import DatabaseUnavailable
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.errors import DomainError
from siegvo.domain.kernel.money import Money
from tests.support.builders.billing import INVOICE, an_invoice
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.feeds import invoice_feed, invoice_row, reasons
from tests.support.in_memory.world import World

OTHER = "100214874"


@pytest.fixture(autouse=True)
def _contracts(world: World) -> None:
    world.know(a_tenure(), a_tenure(OTHER))


def _import(exchange: Exchange, *invoices: Invoice) -> ImportReport:
    rows = [invoice_row(each, line=line) for line, each in enumerate(invoices, start=2)]
    return exchange.import_invoices(invoice_feed(rows))


def _warnings(report: ImportReport) -> list[tuple[int | None, str]]:
    return [(each.line, repr(each.about)) for each in report.warnings]


class TestImportInvoices:
    def test_keeps_invoices(self, world: World, exchange: Exchange) -> None:
        report = _import(exchange, an_invoice(), an_invoice("2026-1", contract=OTHER))

        assert report == ImportReport(created=2, updated=0, unchanged=0, rejected=0)
        assert world.kept.invoices.kept == {
            INVOICE: an_invoice(),
            InvoiceNumber("2026-1"): an_invoice("2026-1", contract=OTHER),
        }

    def test_changes_nothing_the_second_time(self, world: World, exchange: Exchange) -> None:
        _import(exchange, an_invoice())
        before = world.kept

        assert _import(exchange, an_invoice()).unchanged == 1
        assert world.kept == before

    @pytest.mark.parametrize(
        "now",
        [
            an_invoice(left=5_000),
            an_invoice(left=0, as_of="2026-11-20"),
            an_invoice(is_cancelled=True),
            an_invoice(debit="2026-12-01"),
            attrs.evolve(an_invoice(), volume_m3=54),
        ],
    )
    def test_brings_an_invoice_up_to_date(
        self, world: World, exchange: Exchange, now: Invoice
    ) -> None:
        world.know(an_invoice())

        assert _import(exchange, now).updated == 1
        assert world.kept.invoices.kept == {INVOICE: now}

    def test_never_takes_a_balance_back_in_time(self, world: World, exchange: Exchange) -> None:
        known = an_invoice(left=0, as_of="2026-11-17", is_cancelled=True)
        world.know(known)

        report = _import(exchange, an_invoice(as_of="2026-11-10"))

        assert (report.unchanged, report.updated) == (1, 0)
        assert world.kept.invoices.kept == {INVOICE: known}
        about = BalanceOlder(
            number=INVOICE, as_of=date(2026, 11, 10), known_as_of=date(2026, 11, 17)
        )
        assert _warnings(report) == [(2, repr(about))]

    @pytest.mark.parametrize(
        ("invoice", "reason"),
        [
            (
                an_invoice("2026-1", contract="999999999"),
                ContractUnknown(number=ContractNumber("999999999")),
            ),
            (
                an_invoice(contract=OTHER),
                InvoiceOfAnotherContract(number=INVOICE, contract=CONTRACT),
            ),
            (an_invoice("2026-1", as_of="2026-11-24"), BalanceAhead(as_of=date(2026, 11, 24))),
        ],
    )
    def test_refuses_what_cannot_be(
        self, world: World, exchange: Exchange, invoice: Invoice, reason: DomainError
    ) -> None:
        world.know(an_invoice())
        before, rejected = world.kept, list[Rejection]()

        report = exchange.import_invoices(
            invoice_feed([invoice_row(invoice)]), refuse=rejected.append
        )

        assert report.rejected == 1
        assert reasons(rejected) == [(2, repr(reason))]
        assert world.kept == before

    @pytest.mark.parametrize("dry_run", [True, False])
    @pytest.mark.parametrize("apart", [True, False])
    def test_lets_the_first_of_several_lines_stand(
        self, world: World, exchange: Exchange, *, dry_run: bool, apart: bool
    ) -> None:
        told = (an_invoice(), an_invoice(), an_invoice(left=0))
        rows = [invoice_row(each, line=line) for line, each in enumerate(told, start=2)]
        feed = invoice_feed(*([row] for row in rows)) if apart else invoice_feed(rows)
        rejected = list[Rejection]()

        report = exchange.import_invoices(feed, dry_run=dry_run, refuse=rejected.append)

        assert (report.created, report.unchanged, report.rejected) == (1, 1, 1)
        assert reasons(rejected) == [(4, repr(InvoiceOnLine(number=INVOICE, line=2)))]
        assert world.kept.invoices.kept == ({} if dry_run else {INVOICE: an_invoice()})

    @pytest.mark.parametrize("apart", [True, False])
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ({"volume_m3": -1}, {"volume_m3": -2}),
            ({"total": Money(-1)}, {"total": Money(-2)}),
            ({"net": Money(-1)}, {"net": Money(-2)}),
        ],
    )
    def test_tells_minus_one_from_minus_two(
        self, exchange: Exchange, *, one: dict[str, object], other: dict[str, object], apart: bool
    ) -> None:
        told = [attrs.evolve(an_invoice(), **facts) for facts in (one, other)]  # type: ignore[arg-type]
        rows = [invoice_row(each, line=line) for line, each in enumerate(told, start=2)]
        feed = invoice_feed(*([row] for row in rows)) if apart else invoice_feed(rows)

        report = exchange.import_invoices(feed)

        assert (report.created, report.unchanged, report.rejected) == (1, 0, 1)

    def test_warns_of_amounts_that_do_not_add_up(self, world: World, exchange: Exchange) -> None:
        odd = attrs.evolve(an_invoice(), net=Money(17_000), vat=Money(999))

        report = _import(exchange, odd)

        about = AmountsDisagree(
            number=INVOICE, net=Money(17_000), vat=Money(999), total=Money(18_000)
        )
        assert _warnings(report) == [(2, repr(about))]
        assert world.kept.invoices.kept == {INVOICE: odd}

    def test_warns_of_more_left_to_pay_than_was_charged(
        self, world: World, exchange: Exchange
    ) -> None:
        odd = an_invoice(total=18_000, left=18_001)

        report = _import(exchange, odd)

        about = MoreLeftThanCharged(number=INVOICE, left=Money(18_001), total=Money(18_000))
        assert _warnings(report) == [(2, repr(about))]
        assert world.kept.invoices.kept == {INVOICE: odd}

    def test_says_nothing_of_all_left_to_pay(self, exchange: Exchange) -> None:
        assert not _import(exchange, an_invoice(total=18_000, left=18_000)).warnings

    def test_says_nothing_of_amounts_that_do(self, exchange: Exchange) -> None:
        sound = attrs.evolve(an_invoice(), net=Money(17_000), vat=Money(1_000))
        half = attrs.evolve(an_invoice("2026-1"), net=Money(17_000))

        assert not _import(exchange, sound, half).warnings

    def test_keeps_nothing_on_a_dry_run(self, world: World, exchange: Exchange) -> None:
        before = world.kept

        report = exchange.import_invoices(invoice_feed([invoice_row(an_invoice())]), dry_run=True)

        assert (report.created, report.has_changed) == (1, False)
        assert world.kept == before

    def test_that_was_interrupted_goes_on_from_there(
        self, world: World, exchange: Exchange
    ) -> None:
        told = [an_invoice(f"2026-{rank}") for rank in range(1, 4)]
        rows = [invoice_row(each, line=line) for line, each in enumerate(told, start=2)]

        def torn() -> Iterator[Rows[InvoiceRow]]:
            yield Rows(good=rows[:2], bad=())
            raise DatabaseUnavailable

        with pytest.raises(DatabaseUnavailable):
            exchange.import_invoices(Torn(torn()))
        report = exchange.import_invoices(invoice_feed(rows))

        assert (report.created, report.unchanged) == (1, 2)
        assert set(world.kept.invoices.kept.values()) == set(told)


@attrs.frozen
class Torn:
    """A feed that ends before its end."""

    ready: Iterator[Rows[InvoiceRow]]
    warnings: Sequence[DomainError] = ()

    def batches(self) -> Iterator[Rows[InvoiceRow]]:
        return self.ready
