from datetime import date

import pytest

from siegvo.application.exchange.bundle import Exchange
from siegvo.application.exchange.import_collections import CollectionAhead
from siegvo.application.exchange.report import ImportReport
from siegvo.application.ports.billing_faults import InvoiceUnknown
from siegvo.application.ports.feeds import Rejection
from siegvo.domain.billing.collection import Means
from siegvo.domain.billing.invoice_number import InvoiceNumber
from tests.support.builders.billing import a_collection, an_invoice
from tests.support.builders.contracts import a_tenure
from tests.support.feeds import collection_feed, reasons
from tests.support.in_memory.world import World

RECEIVED = a_collection(500)
OTHERS = (
    a_collection(501),
    a_collection(500, on="2026-11-11"),
    a_collection(500, means=Means.CASH),
    a_collection(-500),
)


@pytest.fixture(autouse=True)
def _invoice(world: World) -> None:
    world.know(a_tenure(), an_invoice())


class TestImportCollections:
    def test_keeps_what_was_received(self, world: World, exchange: Exchange) -> None:
        report = exchange.import_collections(collection_feed([RECEIVED, *OTHERS[:2]], OTHERS[2:]))

        assert report == ImportReport(created=5, updated=0, unchanged=0, rejected=0)
        assert world.kept.invoices.collections == {RECEIVED, *OTHERS}

    def test_changes_nothing_the_second_time(self, world: World, exchange: Exchange) -> None:
        exchange.import_collections(collection_feed([RECEIVED]))
        before = world.kept

        report = exchange.import_collections(collection_feed([RECEIVED]))

        assert (report.created, report.unchanged) == (0, 1)
        assert world.kept == before

    @pytest.mark.parametrize("dry_run", [True, False])
    @pytest.mark.parametrize("batches", [([RECEIVED, RECEIVED],), ([RECEIVED], [RECEIVED])])
    def test_takes_two_that_are_alike_for_one(
        self, world: World, exchange: Exchange, batches: tuple[list[object], ...], *, dry_run: bool
    ) -> None:
        feed = collection_feed(*batches)  # type: ignore[arg-type]

        report = exchange.import_collections(feed, dry_run=dry_run)

        assert (report.created, report.unchanged) == (1, 1)
        assert world.kept.invoices.collections == (set() if dry_run else {RECEIVED})

    def test_refuses_what_cannot_be(self, world: World, exchange: Exchange) -> None:
        rejected = list[Rejection]()
        feed = collection_feed(
            [a_collection(invoice="NEVER-SEEN"), a_collection(on="2026-11-24"), RECEIVED]
        )

        report = exchange.import_collections(feed, refuse=rejected.append)

        assert (report.created, report.rejected) == (1, 2)
        assert reasons(rejected) == [
            (2, repr(InvoiceUnknown(number=InvoiceNumber("NEVER-SEEN")))),
            (3, repr(CollectionAhead(received_on=date(2026, 11, 24)))),
        ]
        assert world.kept.invoices.collections == {RECEIVED}

    @pytest.mark.parametrize("dry_run", [True, False])
    def test_tells_minus_one_cent_from_minus_two(
        self, exchange: Exchange, *, dry_run: bool
    ) -> None:
        feed = collection_feed([a_collection(-1)], [a_collection(-2)])

        report = exchange.import_collections(feed, dry_run=dry_run)

        assert (report.created, report.unchanged) == (2, 0)

    def test_takes_what_came_today(self, exchange: Exchange) -> None:
        feed = collection_feed([a_collection(on="2026-11-23")])

        assert exchange.import_collections(feed).created == 1
