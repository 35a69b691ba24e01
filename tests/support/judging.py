"""A subscriber who sends a reading on 23 November 2026, and what the rules answer."""

from collections.abc import Iterable
from datetime import date

import attrs

from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.plausibility import DailyDraw
from siegvo.domain.metering.reading import Reading
from siegvo.domain.metering.submission import ReadingRefused, Verdict, assess
from tests.support.meters import a_meter, a_reading

TODAY = date(2026, 11, 23)
USUAL = DailyDraw(cubic_metres=48, days=120)

IN_JUNE = a_reading(1200, "2026-06-10")
METER = a_meter(IN_JUNE)
FOUR_DIALS = a_meter(a_reading(9978, "2026-06-10"), dials=4)


def judge(
    reading: Reading,
    *,
    meter: Meter = METER,
    usual: DailyDraw | None = USUAL,
    pending: Iterable[Reading] = (),
    confirmed: bool = False,
) -> Verdict:
    return assess(meter, reading, today=TODAY, usual=usual, pending=pending, confirmed=confirmed)


def facts_of(refusal: ReadingRefused) -> dict[str, object]:
    return attrs.asdict(refusal, recurse=False)
