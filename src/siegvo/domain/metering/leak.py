"""Abnormal consumption of a home (loi Warsmann): when it is, and where its bill stops.

CGCT, L2224-12-4, III bis; R2224-20-1; R2224-19-2.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from math import floor
from typing import Final

import attrs
from attrs.validators import ge

from siegvo.domain.contracts.category import Category
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.metering.between_readings import between_actual_readings, joined_by
from siegvo.domain.metering.consumption import SAME_SEASON, Period
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.plausibility import MEMORY, DailyDraw
from siegvo.domain.metering.reckoning import reckon_consumption

ABNORMAL_TIMES: Final = 2
"""Abnormal is what exceeds the double of the mean (CGCT, L2224-12-4, III bis)."""

THREE_YEARS: Final = MEMORY + SAME_SEASON
"""How far back the mean goes; rounds do not fall on the same day each year."""

SHORTEST: Final = timedelta(days=30)
"""Readings a few days apart are looked at together: whole cubic metres say little of one day."""


class Basis(StrEnum):
    """Whose mean a volume was compared with."""

    OWN = "own"
    DWELLING = "dwelling"
    COMPARABLE = "comparable"


@attrs.frozen(kw_only=True)
class AbnormalConsumption:
    """More than twice the mean, drawn by a home between two actual readings.

    Whole cubic metres, days of Paris.  `usual` is the mean of the three years before, as a
    rate; over as many days it makes the mean volume of the law.
    """

    contract: ContractNumber
    serial: str
    first: date
    last: date
    cubic_metres: int = attrs.field(validator=ge(1))
    usual: DailyDraw
    basis: Basis

    def __attrs_post_init__(self) -> None:
        if not is_abnormal(self.cubic_metres, days=self.days, usual=self.usual):
            message = f"{self.cubic_metres} m3 in {self.days} days are not abnormal"
            raise ValueError(message)

    @property
    def days(self) -> int:
        return (self.last - self.first).days

    @property
    def mean_m3(self) -> int:
        """The mean volume over as many days, rounded down."""
        return floor(self.usual.over(self.days))

    @property
    def water_cap_m3(self) -> int:
        """The most that water is billed for: the double of the mean, rounded down.

        Beyond, nothing is owed (CGCT, L2224-12-4, III bis): no part of a cubic metre either.
        """
        return floor(ABNORMAL_TIMES * self.usual.over(self.days))

    @property
    def sanitation_cap_m3(self) -> int:
        """The most that sanitation is billed for: the mean, rounded down.

        What leaked did not reach the sewer, and what leaked is what exceeds the mean
        (CGCT, R2224-19-2).
        """
        return self.mean_m3

    @property
    def may_tell_mean(self) -> bool:
        """Whether its mean may be told to who lives there.

        Not when predecessors have a part in it: who knows their own volumes would subtract
        them, and learn how somebody else lived.
        """
        return self.basis is not Basis.DWELLING


def is_abnormal(cubic_metres: int, *, days: int, usual: DailyDraw) -> bool:
    """Say whether a volume exceeds, strictly, the double of the mean (L2224-12-4, III bis)."""
    return cubic_metres > ABNORMAL_TIMES * Fraction(usual.over(days))


def abnormal_consumption(
    meters: Iterable[Meter], *, serial: str, tenure: Tenure, comparable: DailyDraw | None
) -> AbnormalConsumption | None:
    """Look at what was last drawn where meter `serial` stands, in the payer's own days.

    `meters` are those of the contract with all they ever showed: predecessors have a part in
    the mean when the payer has no past of their own as long as what is looked at.
    `comparable` is what comparable homes draw, for want of any past; `None` if nobody knows.

    "Since the last reading": an estimate is none, "effective" consumption alone counts.
    """
    if tenure.category is not Category.HOUSEHOLD:
        return None
    meters = tuple(meters)
    place = reckon_consumption(meters, window=tenure.days).place_of(serial)
    drawn = _last_drawn(list(between_actual_readings(place.periods))) if place else None
    if place is None or drawn is None:
        return None
    usual, basis = _past(place.periods, before=drawn), Basis.OWN
    if usual is None:
        usual, basis = _past(_ever_drawn(meters, before=drawn), before=drawn), Basis.DWELLING
    if usual is None:
        usual, basis = comparable, Basis.COMPARABLE
    if usual is None or not is_abnormal(drawn.cubic_metres, days=drawn.days, usual=usual):
        return None
    return AbnormalConsumption(
        contract=tenure.contract,
        serial=drawn.closing_serial,
        first=drawn.first,
        last=drawn.last,
        cubic_metres=drawn.cubic_metres,
        usual=usual,
        basis=basis,
    )


def _last_drawn(actual: Sequence[Period]) -> Period | None:
    """Return the last period, with those before it until it is long enough to be looked at."""
    drawn: Period | None = None
    for period in reversed(actual):
        if drawn is None:
            drawn = period
        elif drawn.last - drawn.first >= SHORTEST or period.closing != drawn.opening:
            break
        else:
            drawn = joined_by(period, drawn)
    return drawn if drawn and drawn.last - drawn.first >= SHORTEST else None


def _ever_drawn(meters: Iterable[Meter], *, before: Period) -> tuple[Period, ...]:
    """Return what was drawn at the same spot before, whoever lived there."""
    consumption = reckon_consumption(meters, window=DayRange(date.min, before.first))
    place = consumption.place_of(before.segments[0].serial)
    return place.periods if place else ()


def _past(periods: Iterable[Period], *, before: Period) -> DailyDraw | None:
    """Return the mean of the three years before a period, from what was actually read.

    The law compares "an equivalent period": a past shorter than the period is none.  Nor is
    one where nothing was drawn: nobody lived there.
    """
    known = [
        each
        for each in between_actual_readings(periods)
        if each.first >= before.first - THREE_YEARS and each.last <= before.first
    ]
    cubic_metres, days = sum(each.cubic_metres for each in known), sum(each.days for each in known)
    if not cubic_metres or days < before.days:
        return None
    return DailyDraw(cubic_metres=cubic_metres, days=days)
