"""What subscribers asked for is handed to the billing system."""

from collections.abc import Callable, Sequence
from datetime import date

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.application.readers.requests import LeavingRequest
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.request import RequestState

HandOverRequests = Callable[[Sequence[LeavingRequest]], object]
"""Write requests where the billing system will find them; return when they are safe there."""


@attrs.frozen(kw_only=True)
class ExportRequests:
    """Hand over the requests for water, its end, leaks and other matters, as forms asked them."""

    begin: Begin
    look: Look
    clock: Clock

    def __call__(
        self, *, since: date | None, hand_over: HandOverRequests, actor: Actor | None = None
    ) -> int:
        """Hand over those only registered, and those exported since a day; return how many.

        They become exported only once `hand_over` has returned: a request may leave twice,
        never not at all.

        Raises:
            DatabaseUnavailable: it cannot be reached, is locked or full.
        """
        with self.look() as readers:
            due = readers.request_sheets.to_export(since)
        hand_over(due)
        fresh = [each for each in due if each.is_fresh]
        if due:
            with self.begin() as work:
                for each in fresh:
                    self._mark(work, each)
                work.audit.add(
                    Entry(
                        at=self.clock.now(),
                        actor=actor or Actor.portal(),
                        gesture=Gesture.REQUESTS_EXPORTED,
                        subject=f"{len(due)} requests, {len(fresh)} for the first time",
                    )
                )
        return len(due)

    def _mark(self, work: Work, exported: LeavingRequest) -> None:
        """Say that it left, unless somebody moved it meanwhile."""
        request = work.requests.hold(exported.reference)
        if request.state is RequestState.REGISTERED:
            work.requests.save(request.become(RequestState.EXPORTED, at=self.clock.now()))
