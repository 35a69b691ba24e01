"""What the rest of the portal may learn from metering."""

from datetime import date

import attrs

from siegvo.domain.events import Event


@attrs.frozen(kw_only=True)
class ReadingSubmitted(Event):
    """A subscriber sent a reading; `to_review` when staff must look at it."""

    reference: str
    account: str
    contract: str
    serial: str
    cubic_metres: int
    taken_on: date
    to_review: bool


@attrs.frozen(kw_only=True)
class ReadingReviewed(Event):
    """Staff decided on a reading; a refusal says why."""

    reference: str
    account: str
    accepted: bool
    reason: str | None


@attrs.frozen(kw_only=True)
class ReadingSeen(Event):
    """The billing system shows a reading that a subscriber sent: it is in the books."""

    reference: str
    account: str
