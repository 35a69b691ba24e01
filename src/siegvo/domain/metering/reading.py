"""What a meter showed, one day, and who said so."""

from datetime import date
from enum import StrEnum

import attrs

from siegvo.domain.metering.meter_index import MeterIndex


class ReadingSource(StrEnum):
    AGENT = "agent"
    SUBSCRIBER = "subscriber"
    ESTIMATE = "estimate"
    REMOTE = "remote"

    @property
    def is_actual(self) -> bool:
        """Whether somebody, or the meter itself, saw the figure."""
        return self is not ReadingSource.ESTIMATE


@attrs.frozen(kw_only=True)
class Reading:
    """An index in whole cubic metres, on a day in Paris."""

    index: MeterIndex
    taken_on: date
    source: ReadingSource
