"""What may be contested one day, written down as it happens."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

import attrs

from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen(kw_only=True)
class Entry:
    """Who did what to what, when, from where.  Never a secret, never bank data."""

    at: datetime
    actor: Actor
    gesture: Gesture
    subject: str
    origin: str = ""


class Audit(Protocol):
    def add(self, entry: Entry) -> None:
        """Write it down, with and only with the rest of the work."""

    def tells(self, subject: str, gestures: Collection[Gesture], *, since: datetime) -> bool:
        """Say whether one of `gestures` befell `subject` at that moment or later."""
