"""What subscribers asked for and an import shows as done, is done."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.domain.metering.events import ReadingSeen
from siegvo.domain.metering.fulfilment import is_shown_by
from siegvo.domain.metering.sent_reading import Review, SentReading
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState


@attrs.frozen(kw_only=True)
class CloseFulfilled:
    """End the requests that the billing system has answered, and tell who made them."""

    begin: Begin
    look: Look
    clock: Clock

    def __call__(self) -> int:
        """Return how many requests ended."""
        closed, beyond = 0, None
        while True:
            with self.look() as readers:
                candidates = readers.intake.readings.maybe_shown(beyond=beyond)
            if not candidates:
                return closed
            beyond = candidates[-1].sent.reference
            shown = {
                each.sent.reference: None
                for each in candidates
                if is_shown_by(each.sent, each.reading)
            }
            if shown:
                closed += self._close(tuple(shown))

    def _close(self, references: tuple[RequestReference, ...]) -> int:
        """End them, in one transaction; someone may have moved one of them meanwhile."""
        with self.begin() as work:
            return sum(self._close_one(work, reference) for reference in references)

    def _close_one(self, work: Work, reference: RequestReference) -> bool:
        request, sent = work.requests.hold(reference), work.sent_readings.of(reference)
        if request.state.is_final or sent.seen_at is not None:
            return False
        now = self.clock.now()
        work.requests.save(request.become(RequestState.DONE, at=now))
        work.sent_readings.save(attrs.evolve(_accepted(sent), seen_at=now))
        if request.account:
            work.record(ReadingSeen(at=now, reference=str(reference), account=str(request.account)))
        return True


def _accepted(sent: SentReading) -> SentReading:
    """Take it out of what staff have to look at: the billing system has it."""
    return sent.accepted() if sent.review is Review.AWAITED else sent
