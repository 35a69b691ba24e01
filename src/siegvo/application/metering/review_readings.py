"""Staff look at the readings a rule would not accept."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.application.readers.metering import ReadingToReview
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.metering.events import ReadingReviewed
from siegvo.domain.metering.sent_reading import SentReading
from siegvo.domain.requests.asked import Asked, answer_to
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState, ServiceRequest


@attrs.frozen
class ListReadingsToReview:
    """Return the readings that wait for staff, the oldest first."""

    look: Look

    def __call__(self) -> tuple[ReadingToReview, ...]:
        with self.look() as readers:
            return readers.reading_reviews.awaited()


@attrs.frozen
class AcceptReading:
    """Let an implausible reading leave with the next export."""

    begin: Begin
    clock: Clock

    def __call__(self, reference: RequestReference, *, actor: Actor) -> None:
        """Accept it, write it down, and tell its sender.

        Raises:
            SentReadingNotFound: no reading bears this reference.
            ReadingNotAwaitingReview: there is nothing to decide.
        """
        with self.begin() as work:
            sent = work.sent_readings.of(reference).accepted()
            request = work.requests.of(reference)
            _decide(work, sent, request, actor=actor, clock=self.clock, reason=None)


@attrs.frozen
class RefuseReading:
    """Refuse an implausible reading, and say why."""

    begin: Begin
    clock: Clock

    def __call__(self, reference: RequestReference, *, reason: str, actor: Actor) -> None:
        """Refuse it, write it down, and tell its sender the reason, in the words given.

        Raises:
            AnswerMissing, AnswerTooLong, AnswerGarbled: about the reason.
            SentReadingNotFound: no reading bears this reference.
            ReadingNotAwaitingReview: there is nothing to decide.
        """
        words = answer_to(Asked.REASON, reason)
        with self.begin() as work:
            sent = work.sent_readings.of(reference).refused()
            request = work.requests.of(reference).become(
                RequestState.REFUSED, at=self.clock.now(), reason=words
            )
            work.requests.save(request)
            _decide(work, sent, request, actor=actor, clock=self.clock, reason=words)


def _decide(
    work: Work,
    sent: SentReading,
    request: ServiceRequest,
    *,
    actor: Actor,
    clock: Clock,
    reason: str | None,
) -> None:
    accepted, now = sent.is_accepted, clock.now()
    work.sent_readings.save(sent)
    if request.account:
        work.record(
            ReadingReviewed(
                at=now,
                reference=str(sent.reference),
                account=str(request.account),
                accepted=accepted,
                reason=reason,
            )
        )
    work.audit.add(
        Entry(
            at=now,
            actor=actor,
            gesture=Gesture.READING_ACCEPTED if accepted else Gesture.READING_REFUSED,
            subject=str(sent.reference),
        )
    )
