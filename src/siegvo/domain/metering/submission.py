"""What becomes of a reading that a subscriber sends."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final

import attrs

from siegvo.domain.errors import Refused
from siegvo.domain.metering.lapse import Lapse
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.plausibility import DailyDraw
from siegvo.domain.metering.reading import Reading

LITRES: Final = 1000
"""A meter has three red wheels: who copies them too types a thousand times too much."""


class ReadingRefused(Refused):
    """The meter cannot have shown this index on this day, or nobody needs to know."""


@attrs.frozen(kw_only=True)
class MeterRemoved(ReadingRefused):
    serial: str
    removed_on: date


@attrs.frozen(kw_only=True)
class MeterReadRemotely(ReadingRefused):
    serial: str


@attrs.frozen(kw_only=True)
class ReadingInTheFuture(ReadingRefused):
    taken_on: date
    today: date


@attrs.frozen(kw_only=True)
class ReadingBeforeFitting(ReadingRefused):
    taken_on: date
    fitted_on: date


@attrs.frozen(kw_only=True)
class ReadingOutOfOrder(ReadingRefused):
    """Something is known of a later day, `previous`, already."""

    taken_on: date
    previous: date


@attrs.frozen(kw_only=True)
class ReadingAlreadyKnown(ReadingRefused):
    index: MeterIndex
    taken_on: date


@attrs.frozen(kw_only=True)
class MoreDigitsThanDials(ReadingRefused):
    given: MeterIndex
    dials: int


@attrs.frozen(kw_only=True)
class LitresTyped(ReadingRefused):
    """The red digits were typed too; without them it would be `likely`."""

    given: MeterIndex
    likely: MeterIndex


@attrs.frozen(kw_only=True)
class IndexBelowPrevious(ReadingRefused):
    given: MeterIndex
    previous: MeterIndex
    previous_on: date


class Outcome(StrEnum):
    ACCEPTED = "accepted"
    TO_CONFIRM = "to_confirm"
    TO_REVIEW = "to_review"


@attrs.frozen(kw_only=True)
class Verdict:
    """What a rule makes of a reading, and the figures to say why.

    Volumes are whole cubic metres: `drawn` since the last actual reading, `days`
    earlier; `usual` what was to be expected in so many days, if habits are known.
    """

    outcome: Outcome
    drawn: int
    days: int
    usual: int | None
    rolled_over: bool


def assess(
    meter: Meter,
    reading: Reading,
    *,
    today: date,
    usual: DailyDraw | None,
    pending: Iterable[Reading] = (),
    confirmed: bool = False,
) -> Verdict:
    """Judge what a subscriber says the meter showed.

    `pending` are the subscriber's readings that were accepted, but that the billing
    system has not given back yet; one of the same day is about to be replaced, and
    does not count.  `confirmed` says that the subscriber has looked twice.

    Raises:
        ReadingRefused: one of its kinds tells why.
    """
    pending = [each for each in pending if each.taken_on != reading.taken_on]
    _check_meter(meter)
    _check_day(meter, reading.taken_on, today=today, pending=pending)
    _check_novelty(meter, reading)
    lapse = Lapse(
        meter=meter,
        since=max((meter.last_actual, *pending), key=lambda each: each.taken_on),
        until=reading.taken_on,
        usual=usual,
    )
    _check_index(reading.index, lapse)
    return Verdict(
        outcome=_outcome(plausible=lapse.plausibly_leads_to(reading.index), confirmed=confirmed),
        drawn=lapse.drawn_to(reading.index),
        days=lapse.days,
        usual=lapse.expected,
        rolled_over=lapse.rolls_over_to(reading.index),
    )


def _check_meter(meter: Meter) -> None:
    if meter.removed:
        raise MeterRemoved(serial=meter.serial, removed_on=meter.removed.on)
    if meter.is_remote_read:
        raise MeterReadRemotely(serial=meter.serial)


def _check_day(meter: Meter, day: date, *, today: date, pending: Iterable[Reading]) -> None:
    if day > today:
        raise ReadingInTheFuture(taken_on=day, today=today)
    if day < meter.fitted.on:
        raise ReadingBeforeFitting(taken_on=day, fitted_on=meter.fitted.on)
    latest = max((each.taken_on for each in (*meter.readings, *pending)), default=day)
    if day < latest:
        raise ReadingOutOfOrder(taken_on=day, previous=latest)


def _check_novelty(meter: Meter, reading: Reading) -> None:
    known = meter.last_actual
    if (reading.taken_on, reading.index) == (known.taken_on, known.index):
        raise ReadingAlreadyKnown(index=reading.index, taken_on=reading.taken_on)


def _check_index(index: MeterIndex, lapse: Lapse) -> None:
    meter, since = lapse.meter, lapse.since
    if not meter.can_show(index):
        black = MeterIndex(index.cubic_metres // LITRES)
        if meter.can_show(black) and lapse.plausibly_leads_to(black):
            raise LitresTyped(given=index, likely=black)
        raise MoreDigitsThanDials(given=index, dials=meter.dials)
    if lapse.rolls_over_to(index) and not lapse.conceivably_leads_to(index):
        raise IndexBelowPrevious(given=index, previous=since.index, previous_on=since.taken_on)


def _outcome(*, plausible: bool, confirmed: bool) -> Outcome:
    """Accept what is plausible; have the rest looked at twice, then by staff."""
    if plausible:
        return Outcome.ACCEPTED
    return Outcome.TO_REVIEW if confirmed else Outcome.TO_CONFIRM
