"""What a subscriber is told of the days to come, before asking to pay in another way."""

from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.domain.policy import DEBIT_CUT_OFF

_PARIS: Final = ZoneInfo("Europe/Paris")


@attrs.frozen(kw_only=True)
class Foreseen:
    """If it is confirmed at once: when it goes on, and the first day debited the new way."""

    due_at: datetime
    debits_follow_from: date


@attrs.frozen(kw_only=True)
class ForeseeChange:
    clock: Clock
    delay: timedelta

    def __call__(self) -> Foreseen:
        """Return the days of a change that is asked and confirmed now, and staff do not look at."""
        due_at = self.clock.now() + self.delay
        return Foreseen(
            due_at=due_at, debits_follow_from=due_at.astimezone(_PARIS).date() + DEBIT_CUT_OFF
        )
