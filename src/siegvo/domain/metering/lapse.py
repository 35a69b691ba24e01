"""The time since a meter was last seen, and how much may have flowed meanwhile."""

from datetime import date
from fractions import Fraction
from math import floor

import attrs

from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.plausibility import DailyDraw, is_conceivable, is_plausible
from siegvo.domain.metering.reading import Reading


@attrs.frozen(kw_only=True)
class Lapse:
    """From the last actual reading to the day `until`; volumes are whole cubic metres."""

    meter: Meter
    since: Reading
    until: date
    usual: DailyDraw | None

    @property
    def days(self) -> int:
        return (self.until - self.since.taken_on).days

    @property
    def expected(self) -> int | None:
        """What is usually drawn in so many days, a half rounded up."""
        if self.usual is None:
            return None
        return floor(self.usual.over(self.days) + Fraction(1, 2))

    def drawn_to(self, index: MeterIndex) -> int:
        return self.meter.drawn_between(self.since.index, index)

    def rolls_over_to(self, index: MeterIndex) -> bool:
        """Say whether only a passage through zero leads to `index`."""
        return index < self.since.index

    def plausibly_leads_to(self, index: MeterIndex) -> bool:
        return is_plausible(self.drawn_to(index), days=self.days, usual=self.usual)

    def conceivably_leads_to(self, index: MeterIndex) -> bool:
        return is_conceivable(self.drawn_to(index), days=self.days, usual=self.usual)
