"""Not so fast: how often something may fail, in how long."""

from datetime import datetime, timedelta

import attrs

from siegvo.domain.errors import Refused

_MOST_DOUBLINGS = 30


@attrs.frozen
class TooManyAttempts(Refused):
    """Try again at `until`; on the web, 429."""

    until: datetime


@attrs.frozen(kw_only=True)
class Tally:
    """How many attempts were counted in a stretch of time; first and last of them."""

    times: int
    first: datetime | None
    last: datetime | None


@attrs.frozen
class Limit:
    """So many times in so long; then not before the oldest is that old."""

    times: int
    within: timedelta

    def opens_again(self, tally: Tally) -> datetime | None:
        """Return when the next attempt may be made, nothing if it may be at once."""
        if tally.first is None or tally.times < self.times:
            return None
        return tally.first + self.within


@attrs.frozen(kw_only=True)
class Pause:
    """From the `after`-th time within `within`, a wait that doubles at each further one."""

    after: int
    shortest: timedelta
    longest: timedelta
    within: timedelta

    def opens_again(self, tally: Tally) -> datetime | None:
        """Return when the next attempt may be made, nothing if it may be at once."""
        if tally.last is None or tally.times < self.after:
            return None
        doublings = min(tally.times - self.after, _MOST_DOUBLINGS)
        return tally.last + min(self.shortest * (1 << doublings), self.longest)


Brake = Limit | Pause
"""What slows somebody down; it needs the tally of its own `within`."""

Brakes = tuple[Brake, ...]
"""Several at once: the strongest counts."""
