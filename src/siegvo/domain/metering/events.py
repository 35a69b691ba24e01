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
class AbnormalConsumptionTold(Event):
    """A home drew more than twice its mean: one account of its payer is told.

    Volumes are whole m3; the mean and what follows from it only where it may be told.
    `claim_by` is the last day to have the bill capped.
    """

    account: str
    contract: str
    first: date
    last: date
    cubic_metres: int
    claim_by: date
    is_comparable: bool
    mean_m3: int | None
    water_cap_m3: int | None


@attrs.frozen(kw_only=True)
class ReadingSeen(Event):
    """The billing system shows a reading that a subscriber sent: it is in the books."""

    reference: str
    account: str
