"""The billing system says what meters showed."""

from collections.abc import Iterator
from heapq import merge

import attrs

from siegvo.application.exchange.close_fulfilled import CloseFulfilled
from siegvo.application.exchange.note import note_import
from siegvo.application.exchange.report import ImportReport, Tally, nowhere
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.feeds import ReadingFeed, Refuse, Rejection
from siegvo.application.ports.reading_bench import OpenReadingBench
from siegvo.application.ports.work import Begin
from siegvo.domain.kernel.actor import Actor


@attrs.frozen(kw_only=True)
class ImportReadings:
    """Keep readings as a file tells them, and close the requests it answers."""

    begin: Begin
    open_bench: OpenReadingBench
    clock: Clock
    close_fulfilled: CloseFulfilled

    def __call__(
        self,
        feed: ReadingFeed,
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
        tally, today = Tally.of(feed, refuse), self.clock.today()
        with self.open_bench() as bench:
            unreadable = 0
            for rows in feed.batches():
                bench.lay(rows)
                unreadable += len(rows.bad)
            judged = bench.weigh(today=today) if dry_run else bench.keep(today=today)
            tally.count("created", judged.created)
            tally.count("updated", judged.updated)
            tally.count("unchanged", judged.unchanged)
            again = _unreadable(feed) if unreadable else ()
            tally.reject(merge(again, bench.refused(), key=lambda each: each.line))
        closed = 0 if dry_run else self.close_fulfilled()
        report = tally.report(is_dry_run=dry_run, closed=closed)
        note_import(self.begin, report, what="readings", at=self.clock.now(), actor=actor)
        return report


def _unreadable(feed: ReadingFeed) -> Iterator[Rejection]:
    for rows in feed.batches():
        yield from rows.bad
