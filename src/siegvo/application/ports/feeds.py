"""The files of the billing system, as the core wants to read them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Generic, Protocol, TypeVar

import attrs

from siegvo.domain.contracts.payer import Payer
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.errors import DomainError
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.reading import ReadingSource


@attrs.frozen
class Rejection:
    """A row that is not kept: its line, as a text editor counts them, and why."""

    line: int
    reason: DomainError


Refuse = Callable[[Rejection], object]
"""Put a rejected row aside, for people to mend.  Lines come in order."""


@attrs.frozen(kw_only=True)
class ContractRow:
    """A contract as the billing system knows it today."""

    line: int
    payer: Payer
    tenure: Tenure
    key: SecurityKey


@attrs.frozen(kw_only=True)
class MeterRow:
    line: int
    meter: Meter


Row_co = TypeVar("Row_co", covariant=True)


@attrs.frozen(kw_only=True)
class Rows(Generic[Row_co]):
    """Some rows that follow one another: those that can be read, and the others."""

    good: Sequence[Row_co]
    bad: Sequence[Rejection]


@attrs.frozen(kw_only=True)
class ReadingRows:
    """Some rows that follow one another, by column, for files of millions of readings."""

    lines: Sequence[int]
    serials: Sequence[str]
    days: Sequence[date]
    indexes: Sequence[int]
    sources: Sequence[ReadingSource]
    bad: Sequence[Rejection]


Batch_co = TypeVar("Batch_co", covariant=True)


class Feed(Protocol[Batch_co]):
    """A file whose header was understood."""

    @property
    def warnings(self) -> Sequence[DomainError]:
        """Return what was passed over in the header."""

    def batches(self) -> Iterable[Batch_co]:
        """Read the file from its first row; a second time, if need be."""


ContractFeed = Feed[Rows[ContractRow]]
MeterFeed = Feed[Rows[MeterRow]]
ReadingFeed = Feed[ReadingRows]
