"""The billing system says what invoices charge for."""

from collections.abc import Iterator
from heapq import merge

import attrs

from siegvo.application.exchange.note import note_import
from siegvo.application.exchange.report import ImportReport, Tally, nowhere
from siegvo.application.ports.billing_feeds import InvoiceLineFeed
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.feeds import Refuse, Rejection
from siegvo.application.ports.line_bench import OpenInvoiceLineBench
from siegvo.application.ports.work import Begin
from siegvo.domain.kernel.actor import Actor


@attrs.frozen(kw_only=True)
class ImportInvoiceLines:
    """Keep the lines of invoices as a file tells them."""

    begin: Begin
    open_bench: OpenInvoiceLineBench
    clock: Clock

    def __call__(
        self,
        feed: InvoiceLineFeed,
        *,
        dry_run: bool = False,
        refuse: Refuse = nowhere,
        actor: Actor | None = None,
    ) -> ImportReport:
        """Read `feed` to its end, judge it as a whole; hand faulty rows to `refuse`.

        If there are faulty rows, the feed is read once more: none is kept in memory.

        Raises:
            DatabaseUnavailable: it cannot be reached, is locked or full; what was kept
                is kept, and importing the file again goes on from there.
        """
        tally = Tally.of(feed, refuse)
        with self.open_bench() as bench:
            unreadable = 0
            for rows in feed.batches():
                bench.lay(rows)
                unreadable += len(rows.bad)
            judged = bench.weigh() if dry_run else bench.keep()
            tally.count("created", judged.created)
            tally.count("updated", judged.updated)
            tally.count("unchanged", judged.unchanged)
            again = _unreadable(feed) if unreadable else ()
            tally.reject(merge(again, bench.refused(), key=lambda each: each.line))
        report = tally.report(is_dry_run=dry_run)
        note_import(self.begin, report, what="invoice lines", at=self.clock.now(), actor=actor)
        return report


def _unreadable(feed: InvoiceLineFeed) -> Iterator[Rejection]:
    for rows in feed.batches():
        yield from rows.bad
