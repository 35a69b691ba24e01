"""A period beside the one on the same days a year earlier."""

from fractions import Fraction
from math import floor
from typing import Final

import attrs

from siegvo.domain.metering.consumption import Period, Place

LEAST_TOLD_IN_PERCENT: Final = 10
"""Below 10 m3 an index in whole cubic metres is too coarse for a percentage."""


@attrs.frozen(kw_only=True)
class BesideLastYear:
    """Two periods of the same season.

    They may differ by some days: what is compared is what was drawn a day.
    """

    period: Period
    earlier: Period

    @property
    def percent(self) -> int | None:
        """How much more was drawn a day than a year earlier, negative when less.

        Whole percent, a half rounded up; `None` when either volume is too small to tell.
        """
        if min(self.period.cubic_metres, self.earlier.cubic_metres) < LEAST_TOLD_IN_PERCENT:
            return None
        ratio = Fraction(
            self.period.cubic_metres * self.earlier.days,
            self.earlier.cubic_metres * self.period.days,
        )
        return floor(100 * (ratio - 1) + Fraction(1, 2))

    @property
    def is_as_long(self) -> bool:
        """Whether volumes may be compared as they are."""
        return self.period.days == self.earlier.days


def beside_last_year(period: Period, *, place: Place) -> BesideLastYear | None:
    """Find what was drawn at `place` on about the same days a year before `period`."""
    earlier = place.same_period_last_year(period)
    return BesideLastYear(period=period, earlier=earlier) if earlier else None
