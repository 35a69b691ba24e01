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

    is_actual: bool
    """Whether somebody, or the meter itself, saw the figure."""

    def __init__(self, word: str) -> None:
        self.is_actual = word != "estimate"


@attrs.frozen(kw_only=True)
class Reading:
    """An index in whole cubic metres, on a day in Paris."""

    index: MeterIndex
    taken_on: date
    source: ReadingSource
