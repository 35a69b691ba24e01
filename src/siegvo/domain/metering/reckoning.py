"""From what the meters of a contract showed to what was drawn under it."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import islice, pairwise, takewhile
from typing import Final

from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.metering.consumption import Consumption, Period, Place
from siegvo.domain.metering.marks import Mark, Occasion, marks_of
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.places import share_out
from siegvo.domain.metering.stints import stints_between

OPENED_BY_FITTING: Final = timedelta(days=366)
"""A fitting opens the first period if a reading followed within a year.

When the first reading came later, readings in between were not given to us, and
the years before it would make one endless period.
"""


def reckon_consumption(meters: Iterable[Meter], *, window: DayRange) -> Consumption:
    """Reckon what was drawn inside `window` through the meters of one contract.

    `window` is the subscriber's own period, both days included: of what their
    predecessor or successor drew, nothing shows and nothing counts.
    """
    return Consumption(
        tuple(
            _place(place, window=window)
            for place in share_out(each for each in meters if _stood_in(window, each))
        )
    )


def _stood_in(window: DayRange, meter: Meter) -> bool:
    came_too_late = window.last is not None and meter.fitted.on > window.last
    left_too_early = meter.removed is not None and meter.removed.on < window.first
    return not (came_too_late or left_too_early)


def _place(meters: Sequence[Meter], *, window: DayRange) -> Place:
    bounds = _one_a_day(_bounds(marks_of(meters, window=window)))
    told = [_period(*ends, place=meters) for ends in pairwise(bounds)]
    return Place(
        serials=tuple(meter.serial for meter in meters),
        periods=tuple(each for each in told if isinstance(each, Period)),
        doubtful=tuple(each for each in told if isinstance(each, DayRange)),
    )


def _bounds(marks: Sequence[Mark]) -> list[Mark]:
    """Choose the marks where a period begins or ends.

    They are the readings; then the removal, if no reading followed it; and before
    them the fitting, if the first followed within a year.
    """
    end = next((each for each in reversed(marks) if each.occasion is not Occasion.FITTED), None)
    bounds = [each for each in marks if each.occasion is Occasion.READ or each is end]
    before = takewhile(lambda each: each is not bounds[0], marks) if bounds else ()
    fittings = (
        each
        for each in before
        if each.occasion is Occasion.FITTED and bounds[0].day - each.day <= OPENED_BY_FITTING
    )
    return [*islice(fittings, 1), *bounds]


def _one_a_day(bounds: Iterable[Mark]) -> Iterable[Mark]:
    """Keep one mark a day: an actual one rather than a guess, then the last one."""
    by_worth = sorted(bounds, key=lambda each: (each.day, not each.is_guess))
    return {each.day: each for each in by_worth}.values()


def _period(opening: Mark, closing: Mark, *, place: Sequence[Meter]) -> Period | DayRange:
    """Reckon what was drawn, or return the days in which figures equally good disagree.

    Of an agent's 1250 followed by an agent's 1190, one is wrong: which, we cannot know.
    """
    stints = stints_between(opening, closing, place=place)
    if any(each.contradicts_itself for each in stints):
        return DayRange(opening.day, closing.day)
    *former, last = stints
    at_work = [*(each for each in former if not each.is_void), last]
    return Period(
        opening=opening.reading,
        closing=closing.reading,
        segments=tuple(each.as_segment() for each in at_work),
        changed_on=last.meter.fitted.on if former else None,
    )
