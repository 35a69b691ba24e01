"""What subscribers read is handed to the billing system."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.metering.sent_reading import SentReading
from siegvo.domain.requests.request import RequestState

HandOver = Callable[[Sequence[SentReading]], object]
"""Write readings where the billing system will find them, and return when they are safe there."""

_LEAVES_FROM = frozenset({RequestState.REGISTERED, RequestState.IN_PROGRESS})


@attrs.frozen(kw_only=True)
class ExportReadings:
    """Hand over the readings that were accepted, by a rule or by staff."""

    begin: Begin
    look: Look
    clock: Clock

    def __call__(
        self, *, since: date | None, hand_over: HandOver, actor: Actor | None = None
    ) -> int:
        """Hand over those not exported yet, and those exported since a day; return how many.

        They are marked only once `hand_over` has returned: what it cannot write stays to be
        exported, and a reading may leave twice, never not at all.

        Raises:
            DatabaseUnavailable: it cannot be reached, is locked or full.
        """
        with self.look() as readers:
            due = readers.sent_readings.to_export(since)
        hand_over(due)
        fresh = [each for each in due if each.exported_at is None]
        if due:
            with self.begin() as work:
                now = self.clock.now()
                for each in fresh:
                    _mark(work, each, now)
                work.audit.add(
                    Entry(
                        at=now,
                        actor=actor or Actor.portal(),
                        gesture=Gesture.READINGS_EXPORTED,
                        subject=f"{len(due)} readings, {len(fresh)} for the first time",
                    )
                )
        return len(due)


def _mark(work: Work, exported: SentReading, at: datetime) -> None:
    """Note that a reading left; its request, if it may still move, says so."""
    request = work.requests.hold(exported.reference)
    sent = work.sent_readings.of(exported.reference)
    work.sent_readings.save(attrs.evolve(sent, exported_at=at))
    if request.state in _LEAVES_FROM:
        work.requests.save(request.become(RequestState.EXPORTED, at=at))
