"""What may be abnormal, and what was found, in memory."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from siegvo.application.readers.leaks import LeakLine, Suspect
from siegvo.domain.contracts.category import Category
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.metering.comparable import ComparableHomes, Homes, Town
from siegvo.domain.metering.leak import THREE_YEARS, abnormal_consumption
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.plausibility import DailyDraw
from siegvo.domain.metering.reading import Reading
from tests.support.in_memory.work import InMemoryWork

_NOTHING = DailyDraw(cubic_metres=0, days=1)


@attrs.frozen
class InMemoryLeakLists:
    work: InMemoryWork

    def suspects(self, *, since: date) -> tuple[Suspect, ...]:
        found = {
            (tenure.contract, meter.serial, tenure.payer): Suspect(
                serial=meter.serial, tenure=tenure
            )
            for tenure in self.work.tenures.kept.values()
            for meter in self._read(tenure)
            if self._is_suspect(meter, tenure, since=since)
        }
        return tuple(each for _, each in sorted(found.items()))

    def _read(self, tenure: Tenure) -> Iterator[Meter]:
        for meter in self.work.meters.serving(tenure.contract):
            sent = [
                each.reading
                for each in self.work.sent_readings.awaited_on(meter.serial)
                if each.is_accepted
            ]
            yield attrs.evolve(meter, readings=(*meter.readings, *sent))

    def _is_suspect(self, meter: Meter, tenure: Tenure, *, since: date) -> bool:
        last = meter.last_actual
        told = self.work.leak_notices.told_until(meter.serial)
        if last.taken_on < since or not meter.readings or not tenure.days.holds(last.taken_on):
            return False
        found = abnormal_consumption(
            self.work.meters.serving(tenure.contract)
            if meter in self.work.meters.kept.values()
            else (meter,),
            serial=meter.serial,
            tenure=tenure,
            comparable=_NOTHING,
        )
        return found is not None and (told is None or told <= found.first)

    def comparable_homes(self) -> ComparableHomes:
        drawn: dict[Town, list[DailyDraw]] = defaultdict(list)
        for tenure in self.work.tenures.kept.values():
            if tenure.category is Category.HOUSEHOLD and tenure.days.last is None:
                town = tenure.supply.postcode, tenure.supply.town
                meters = self.work.meters.serving(tenure.contract)
                drawn[town] += [
                    draw for meter in meters if meter.in_service and (draw := _drawn(meter))
                ]
        return ComparableHomes(
            {
                town: Homes(
                    count=len(homes),
                    draw=DailyDraw(
                        cubic_metres=sum(each.cubic_metres for each in homes),
                        days=sum(each.days for each in homes),
                    ),
                )
                for town, homes in drawn.items()
                if homes
            }
        )

    def told(self, *, since: date) -> tuple[LeakLine, ...]:
        recent = (each for each in self.work.leak_notices.all() if each.told_on >= since)
        payers = self.work.tenures.payers
        return tuple(
            LeakLine(
                notice=each,
                payer_name=payers[each.payer].name,
                address=payers[each.payer].address,
            )
            for each in sorted(
                recent, key=lambda one: (one.told_at, one.found.contract, one.found.serial)
            )
        )


def _drawn(meter: Meter) -> DailyDraw | None:
    actual = [each for each in meter.readings if each.source.is_actual]
    recent: list[Reading] = [
        each for each in actual if actual[-1].taken_on - each.taken_on <= THREE_YEARS
    ]
    if len(recent) < 2:
        return None
    first, last = recent[0], recent[-1]
    drawn = last.index.cubic_metres - first.index.cubic_metres
    days: timedelta = last.taken_on - first.taken_on
    return DailyDraw(cubic_metres=drawn, days=days.days) if drawn > 0 else None
