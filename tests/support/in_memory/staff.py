"""What staff look at, counted in memory."""

import attrs

from siegvo.application.readers.staff import Counts, UntoldEvent
from siegvo.domain.metering.sent_reading import Review
from tests.support.in_memory.keeping import Waiting
from tests.support.in_memory.work import InMemoryWork


@attrs.frozen
class InMemoryStatistics:
    work: InMemoryWork

    def counts(self) -> Counts:
        work = self.work
        sent, waiting = work.sent_readings.kept.values(), work.outbox.kept.values()
        return Counts(
            accounts=len(work.accounts.kept),
            registrations=len(work.registrations.kept),
            links=len(work.links.kept),
            contracts=len({each.contract for each in work.tenures.kept.values()}),
            tenures=len(work.tenures.kept),
            payers=len(work.tenures.payers),
            meters=len(work.meters.kept),
            readings=sum(len(meter.readings) for meter in work.meters.kept.values()),
            sent_readings=len(sent),
            readings_to_review=sum(each.review is Review.AWAITED for each in sent),
            invoices=len(work.invoices.kept),
            invoice_lines=len(work.invoices.lines),
            collections=len(work.invoices.collections),
            requests=len(work.requests.kept),
            letters_waiting=sum(each.due_at is not None for each in waiting),
            letters_given_up=sum(each.gave_up_at is not None for each in waiting),
        )


@attrs.frozen
class InMemoryUntoldEvents:
    work: InMemoryWork

    def oldest(self, *, most: int) -> tuple[UntoldEvent, ...]:
        untold = [
            (waiting.event.at, number)
            for number, waiting in self.work.outbox.kept.items()
            if waiting.told_at is None
        ]
        return tuple(_untold(self.work.outbox.kept[number]) for _, number in sorted(untold)[:most])


def _untold(waiting: Waiting) -> UntoldEvent:
    return UntoldEvent(
        event=type(waiting.event).__name__,
        at=waiting.event.at,
        tries=waiting.tries,
        due_at=waiting.due_at,
        trouble=waiting.trouble,
        reference=getattr(waiting.event, "reference", None),
        account=getattr(waiting.event, "account", None),
    )
