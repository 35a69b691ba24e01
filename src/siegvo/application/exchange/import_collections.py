"""The billing system says what the treasury received."""

from collections.abc import Sequence
from datetime import date

import attrs

from siegvo.application.exchange.note import note_import
from siegvo.application.exchange.report import ImportReport, Tally, nowhere
from siegvo.application.ports.billing_faults import InvoiceUnknown
from siegvo.application.ports.billing_feeds import CollectionFeed, CollectionRow
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.feeds import Refuse, Rejection
from siegvo.application.ports.work import Begin, Look
from siegvo.application.repositories.billing_intake import BillingIntake
from siegvo.domain.billing.collection import Collection
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.actor import Actor


@attrs.frozen(kw_only=True)
class CollectionAhead(Refused):
    """Its day has not come yet."""

    received_on: date


@attrs.frozen(kw_only=True)
class ImportCollections:
    """Keep collections as a file tells them; one that is known already is the same one."""

    begin: Begin
    look: Look
    clock: Clock

    def __call__(
        self,
        feed: CollectionFeed,
        *,
        dry_run: bool = False,
        refuse: Refuse = nowhere,
        actor: Actor | None = None,
    ) -> ImportReport:
        """Read `feed` to its end, a transaction for each batch; hand faulty rows to `refuse`.

        Raises:
            DatabaseUnavailable: it cannot be reached, is locked or full; what was kept
                is kept, and importing the file again goes on from there.
        """
        tally, today = Tally.of(feed, refuse), self.clock.today()
        weighed = set[int]()
        for rows in feed.batches():
            batch = _Batch(tally, today, weighed)
            if dry_run:
                with self.look() as readers:
                    batch.judge(rows.good, readers.intake.billing)
                weighed.update(map(_digest, batch.fresh))
            else:
                with self.begin() as work:
                    batch.judge(rows.good, work.intake.billing)
                    if batch.fresh:
                        work.intake.billing.keep_collections([*batch.fresh])
            tally.reject(rows.bad, batch.rejected)
        report = tally.report(is_dry_run=dry_run)
        note_import(self.begin, report, what="collections", at=self.clock.now(), actor=actor)
        return report


@attrs.define
class _Batch:
    """What some rows that follow one another add; `weighed` is what a dry run would have kept."""

    tally: Tally
    today: date
    weighed: set[int]
    fresh: dict[Collection, None] = attrs.Factory(dict)
    rejected: list[Rejection] = attrs.Factory(list)

    def judge(self, rows: Sequence[CollectionRow], intake: BillingIntake) -> None:
        named = {row.collection.invoice for row in rows}
        invoices, known = intake.numbers(named), set(intake.collections(named))
        for row in rows:
            collection = row.collection
            if collection.invoice not in invoices:
                self._reject(row, InvoiceUnknown(number=collection.invoice))
            elif collection.received_on > self.today:
                self._reject(row, CollectionAhead(received_on=collection.received_on))
            elif (
                collection in known
                or collection in self.fresh
                or (self.weighed and _digest(collection) in self.weighed)
            ):
                self.tally.count("unchanged")
            else:
                self.tally.count("created")
                self.fresh[collection] = None

    def _reject(self, row: CollectionRow, reason: Refused) -> None:
        self.rejected.append(Rejection(row.line, reason))


def _digest(collection: Collection) -> int:
    """Return what tells it from others; two numbers have one hash, -1 and -2."""
    return hash((collection, str(collection.amount)))
