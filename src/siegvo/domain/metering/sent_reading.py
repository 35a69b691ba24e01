"""A reading that a subscriber sent, on its way to the billing system."""

from datetime import datetime
from enum import StrEnum
from typing import Self

import attrs

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.errors import Refused
from siegvo.domain.metering.reading import Reading
from siegvo.domain.requests.reference import RequestReference


class Review(StrEnum):
    """Whether staff have a say: `NONE` when a rule accepted it."""

    NONE = "none"
    AWAITED = "awaited"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    REPLACED = "replaced"


@attrs.frozen(kw_only=True)
class ReadingNotAwaitingReview(Refused):
    """Staff have decided already, or never had to."""

    reference: RequestReference


@attrs.frozen(kw_only=True)
class SentReading:
    """What a subscriber read, the request that carries it, and what became of it.

    `drawn_m3` is the volume since the last actual reading, as it looked that day.
    """

    reference: RequestReference
    contract: ContractNumber
    serial: str
    reading: Reading
    drawn_m3: int
    review: Review
    photo: str | None = None
    exported_at: datetime | None = None
    seen_at: datetime | None = None

    @property
    def is_accepted(self) -> bool:
        return self.review in {Review.NONE, Review.ACCEPTED}

    def accepted(self) -> Self:
        """Return it as staff accept it.

        Raises:
            ReadingNotAwaitingReview: there is nothing to decide.
        """
        return self._reviewed(Review.ACCEPTED)

    def refused(self) -> Self:
        """Return it as staff refuse it.

        Raises:
            ReadingNotAwaitingReview: there is nothing to decide.
        """
        return self._reviewed(Review.REFUSED)

    @property
    def may_be_replaced(self) -> bool:
        """Say whether nobody has taken it away yet, nor refused it."""
        return self.exported_at is None and self.review in {
            Review.NONE,
            Review.AWAITED,
            Review.ACCEPTED,
        }

    def replaced(self) -> Self:
        """Return it as another reading of the same day takes its place."""
        return attrs.evolve(self, review=Review.REPLACED)

    def _reviewed(self, review: Review) -> Self:
        if self.review is not Review.AWAITED:
            raise ReadingNotAwaitingReview(reference=self.reference)
        return attrs.evolve(self, review=review)
