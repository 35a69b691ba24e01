"""Staff look at the abnormal consumptions that were found."""

from datetime import date

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Look
from siegvo.application.readers.leaks import LeakLine
from siegvo.domain.metering.leak_notice import NoticeState
from siegvo.domain.policy import LEAK_NOTICES_LISTED


@attrs.frozen(kw_only=True)
class FoundLeak:
    """An abnormal consumption, to whom it was told, and how far it has come today."""

    line: LeakLine
    state: NoticeState

    @property
    def claim_by(self) -> date | None:
        """The last day to have the bill capped; `None` while staff have to post the notice."""
        return self.line.notice.claim_by


@attrs.frozen
class ListLeaks:
    """Return what was found in the last year, the oldest first."""

    look: Look
    clock: Clock

    def __call__(self) -> tuple[FoundLeak, ...]:
        today = self.clock.today()
        with self.look() as readers:
            lines = readers.leak_lists.told(since=today - LEAK_NOTICES_LISTED)
        return tuple(FoundLeak(line=each, state=each.notice.state_on(today)) for each in lines)
