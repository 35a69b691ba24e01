"""What a home draws a day, and each of those who live there."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Self

import attrs
from attrs.validators import ge, le

from siegvo.domain.contracts.category import Category
from siegvo.domain.errors import Invalid
from siegvo.domain.metering.between_readings import between_actual_readings, joined_by
from siegvo.domain.metering.consumption import Consumption, Period, Place
from siegvo.domain.policy import NATIONAL_LITRES_A_PERSON

MOST_PERSONS: Final = 20
"""More than twenty people under one roof are no household."""

ABOUT_A_YEAR: Final = 350
"""So many days, or more, see every season."""

SHORTEST: Final = 90
"""Fewer days say nothing of how people live."""

NOT_STALE: Final = timedelta(days=366)
"""Estimates for longer than that since the last actual reading leave nothing to go by."""

_NEAR_PERCENT: Final = 10
_WHOLE: Final = re.compile(r"[0-9]{1,9}")


@attrs.frozen
class InvalidPersons(Invalid):
    given: str
    most: int = MOST_PERSONS


@attrs.frozen
class Persons:
    """How many people live in a home, 1 to 20: what the reader says, for no file knows it."""

    count: int = attrs.field(validator=[ge(1), le(MOST_PERSONS)])

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what a person typed: `3`.

        Raises:
            InvalidPersons: anything else than a whole number from 1 to 20.
        """
        typed = text.strip()
        if not (_WHOLE.fullmatch(typed) and 1 <= int(typed) <= MOST_PERSONS):
            raise InvalidPersons(text)
        return cls(int(typed))

    def __str__(self) -> str:
        """Write what `parse` reads."""
        return str(self.count)


class Standing(StrEnum):
    """Where a home stands beside the average: within a tenth of it, or not."""

    BELOW = "below"
    NEAR = "near"
    ABOVE = "above"


class NoHomeUse(StrEnum):
    """Why no figure a person is given."""

    NOT_A_HOME = "not_a_home"
    SEVERAL_METERS = "several_meters"
    ESTIMATED = "estimated"
    TOO_SHORT = "too_short"


@attrs.frozen(kw_only=True)
class HomeUse:
    """Whole cubic metres drawn by a home between two actual readings, about a year apart.

    Half a year or so is taken where there is no more; `days` says how long it was.
    """

    first: date
    last: date
    cubic_metres: int = attrs.field(validator=ge(0))

    @property
    def days(self) -> int:
        return (self.last - self.first).days

    @property
    def litres_a_day(self) -> int:
        """Whole litres, a half rounded up."""
        return self.litres_a_person(Persons(1))

    def litres_a_person(self, persons: Persons) -> int:
        """Return whole litres a day and a person, a half rounded up."""
        shares = self.days * persons.count
        return (2 * 1000 * self.cubic_metres + shares) // (2 * shares)

    def standing(self, persons: Persons) -> Standing:
        """Say how each person's litres compare with `NATIONAL_LITRES_A_PERSON`."""
        hundredfold = 100 * self.litres_a_person(persons)
        if hundredfold < (100 - _NEAR_PERCENT) * NATIONAL_LITRES_A_PERSON:
            return Standing.BELOW
        if hundredfold > (100 + _NEAR_PERCENT) * NATIONAL_LITRES_A_PERSON:
            return Standing.ABOVE
        return Standing.NEAR


def home_use(consumption: Consumption, *, category: Category) -> HomeUse | NoHomeUse:
    """Return what a home drew over its last known year, or why that cannot be said.

    Only actual readings count: what was estimated tells how others live.
    """
    if category is not Category.HOUSEHOLD:
        return NoHomeUse.NOT_A_HOME
    measured = [each for each in consumption.places if each.periods]
    if not measured:
        return NoHomeUse.TOO_SHORT
    home = max(measured, key=lambda each: each.periods[-1].last)
    known = _last_year(list(between_actual_readings(home.periods)))
    if known is None or home.periods[-1].last - known.last > NOT_STALE:
        return NoHomeUse.ESTIMATED
    if any(_shares(each, known) for each in consumption.places if each is not home):
        return NoHomeUse.SEVERAL_METERS
    if known.days < SHORTEST:
        return NoHomeUse.TOO_SHORT
    return HomeUse(first=known.first, last=known.last, cubic_metres=known.cubic_metres)


def _shares(place: Place, known: Period) -> bool:
    """Say whether water may have come by `place` as well meanwhile."""
    return place.latest is None or place.latest.last > known.first


def _last_year(actual: Sequence[Period]) -> Period | None:
    """Join the last of `actual` with those before it, until they make about a year."""
    known: Period | None = None
    for period in reversed(actual):
        if known is None:
            known = period
        elif known.days >= ABOUT_A_YEAR or period.closing != known.opening:
            break
        else:
            known = joined_by(period, known)
    return known
