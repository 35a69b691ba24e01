"""What staff see of the readings that wait for them."""

from datetime import date, datetime
from typing import Protocol

import attrs

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import Reading
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen(kw_only=True)
class ReadingToReview:
    """An implausible reading its sender confirmed; `previous` is the last actual one before it."""

    reference: RequestReference
    contract: ContractNumber
    serial: str
    index: MeterIndex
    taken_on: date
    sent_at: datetime
    drawn_m3: int
    previous: Reading | None
    photo: str | None


class ReadingReviews(Protocol):
    def awaited(self) -> tuple[ReadingToReview, ...]:
        """Return those that wait for staff, the oldest first."""
