"""What every implementation of `InvoiceLineBench` promises."""

from decimal import Decimal

import attrs
import pytest

from siegvo.application.ports.billing_faults import InvoiceUnknown
from siegvo.application.ports.billing_feeds import InvoiceLineRows
from siegvo.application.ports.line_bench import InvoiceLineBench, InvoiceLineOnLine
from siegvo.application.ports.reading_bench import Judged
from siegvo.domain.billing.invoice_line import Heading, InvoiceLine
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.kernel.money import Money
from tests.support.builders.billing import INVOICE, an_invoice, an_invoice_line
from tests.support.builders.contracts import a_tenure
from tests.support.feeds import invoice_line_rows
from tests.support.store import Store

KNOWN = an_invoice_line(1)
CORRECTED = attrs.evolve(KNOWN, net=Money(7674))
NEW = an_invoice_line(2, heading=Heading.SANITATION)


@pytest.fixture(autouse=True)
def _invoices(store: Store) -> None:
    store.know(a_tenure(), an_invoice(), KNOWN)


def _rows(*rows: InvoiceLine, first_line: int = 2) -> InvoiceLineRows:
    return invoice_line_rows(*rows, first_line=first_line)


def _keep(store: Store, *rows: InvoiceLine) -> Judged:
    with store.open_invoice_line_bench() as bench:
        bench.lay(_rows(*rows))
        return bench.keep()


def _known(store: Store) -> tuple[InvoiceLine, ...]:
    with store.look() as readers:
        return readers.invoices.lines_of(INVOICE)


def _reasons(bench: InvoiceLineBench) -> list[tuple[int, type, dict[str, object]]]:
    return [
        (each.line, type(each.reason), attrs.asdict(each.reason, recurse=False))
        for each in bench.refused()
    ]


class TestABench:
    def test_holds_nothing_at_first(self, store: Store) -> None:
        with store.open_invoice_line_bench() as bench:
            assert bench.keep() == Judged(created=0, updated=0, unchanged=0)
            assert _reasons(bench) == []

    def test_keeps_what_nobody_knew(self, store: Store) -> None:
        with store.open_invoice_line_bench() as bench:
            bench.lay(_rows(NEW))
            bench.lay(_rows(KNOWN, first_line=3))

            assert bench.keep() == Judged(created=1, updated=0, unchanged=1)

        assert _known(store) == (KNOWN, NEW)

    def test_finds_nothing_new_the_second_time(self, store: Store) -> None:
        _keep(store, NEW, CORRECTED)

        assert _keep(store, NEW, CORRECTED) == Judged(created=0, updated=0, unchanged=2)
        assert _known(store) == (CORRECTED, NEW)

    def test_weighs_as_it_would_keep_and_keeps_nothing(self, store: Store) -> None:
        stranger = an_invoice_line(invoice="NEVER-SEEN")
        with store.open_invoice_line_bench() as bench:
            bench.lay(_rows(NEW, CORRECTED, stranger))

            assert bench.weigh() == Judged(created=1, updated=1, unchanged=0)
            assert _reasons(bench) == [(4, InvoiceUnknown, {"number": stranger.invoice})]

        assert _known(store) == (KNOWN,)

    @pytest.mark.parametrize(
        "changed",
        [
            {"heading": Heading.PUBLIC_BODIES},
            {"label": "Abonnement"},
            {"quantity": Decimal("54.125")},
            {"unit": None},
            {"unit": "forfait"},
            {"unit_price": Decimal("1.4211")},
            {"vat_rate": Decimal(10)},
            {"net": Money(-7673)},
        ],
    )
    def test_believes_the_billing_system_when_it_changes_its_mind(
        self, store: Store, changed: dict[str, object]
    ) -> None:
        told = attrs.evolve(KNOWN, **changed)  # type: ignore[arg-type]

        assert _keep(store, told) == Judged(created=0, updated=1, unchanged=0)
        assert _known(store) == (told,)
        assert _keep(store, told) == Judged(created=0, updated=0, unchanged=1)
        assert _keep(store, KNOWN) == Judged(created=0, updated=1, unchanged=0)

    def test_lets_the_first_of_several_lines_stand(self, store: Store) -> None:
        other = attrs.evolve(NEW, label="Autre chose")
        with store.open_invoice_line_bench() as bench:
            bench.lay(_rows(NEW, other, NEW, KNOWN))

            assert bench.keep() == Judged(created=1, updated=0, unchanged=2)
            assert _reasons(bench) == [
                (3, InvoiceLineOnLine, {"number": INVOICE, "rank": 2, "line": 2})
            ]

        assert _known(store) == (KNOWN, NEW)

    def test_refuses_the_lines_of_an_invoice_nobody_knows(self, store: Store) -> None:
        with store.open_invoice_line_bench() as bench:
            bench.lay(_rows(*(an_invoice_line(rank, invoice="X-1") for rank in range(2500))))

            assert bench.keep() == Judged(created=0, updated=0, unchanged=0)
            reasons = _reasons(bench)

        assert [line for line, _, _ in reasons] == list(range(2, 2502))
        assert reasons[0][1:] == (InvoiceUnknown, {"number": InvoiceNumber("X-1")})

    def test_takes_whatever_a_label_may_hold(self, store: Store) -> None:
        odd = attrs.evolve(NEW, label="A\\1\tB %s \\N 'é' ?", unit="\\")

        assert _keep(store, odd) == Judged(created=1, updated=0, unchanged=0)
        assert _known(store) == (KNOWN, odd)

    def test_is_nobody_elses(self, store: Store) -> None:
        with (
            store.open_invoice_line_bench() as mine,
            store.open_invoice_line_bench() as theirs,
            store.open_reading_bench(),
        ):
            mine.lay(_rows(NEW))

            assert theirs.weigh() == Judged(created=0, updated=0, unchanged=0)
