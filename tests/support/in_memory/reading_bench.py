"""A bench where readings are judged, in memory."""

from collections.abc import Iterator
from datetime import date

import attrs

from siegvo.application.ports.cell_faults import IndexBeyondDials
from siegvo.application.ports.feeds import ReadingRows, Rejection
from siegvo.application.ports.reading_bench import (
    Judged,
    MeterUnknown,
    ReadingAfterRemoved,
    ReadingAhead,
    ReadingBeforeFitted,
    ReadingOnLine,
)
from siegvo.application.ports.work import Begin
from siegvo.domain.errors import DomainError
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import Reading
from tests.support.in_memory.work import InMemoryWork

Day = tuple[str, date]


@attrs.define
class InMemoryReadingBench:
    begin: Begin
    laid: dict[int, tuple[str, Reading]] = attrs.Factory(dict)
    rejected: dict[int, DomainError] = attrs.Factory(dict)

    def lay(self, rows: ReadingRows) -> None:
        columns = zip(rows.lines, rows.serials, rows.days, rows.indexes, rows.sources, strict=True)
        for line, serial, day, index, source in columns:
            reading = Reading(index=MeterIndex(index), taken_on=day, source=source)
            self.laid[line] = (serial, reading)

    def weigh(self, *, today: date) -> Judged:
        with self.begin() as work:
            return self._judge(_meters(work), today)

    def keep(self, *, today: date) -> Judged:
        with self.begin() as work:
            meters = _meters(work)
            judged = self._judge(meters, today)
            for line, (serial, reading) in self.laid.items():
                if line not in self.rejected:
                    meters[serial] = _showing(meters[serial], reading)
        return judged

    def refused(self) -> Iterator[Rejection]:
        return (Rejection(line, reason) for line, reason in sorted(self.rejected.items()))

    def _judge(self, meters: dict[str, Meter], today: date) -> Judged:
        first: dict[Day, tuple[int, Reading]] = {}
        for line, (serial, reading) in sorted(self.laid.items()):
            above, said = first.get((serial, reading.taken_on), (line, reading))
            reason = _reason(meters.get(serial), serial, reading, today)
            if reason is None and said != reading:
                reason = ReadingOnLine(serial=serial, taken_on=reading.taken_on, line=above)
            if reason:
                self.rejected[line] = reason
            else:
                first.setdefault((serial, reading.taken_on), (line, reading))
        known = {
            (serial, reading.taken_on): reading
            for serial, meter in meters.items()
            for reading in meter.readings
        }
        created = len(first.keys() - known.keys())
        updated = sum(known.get(day, said) != said for day, (_, said) in first.items())
        unchanged = len(self.laid) - len(self.rejected) - created - updated
        return Judged(created=created, updated=updated, unchanged=unchanged)


def _meters(work: object) -> dict[str, Meter]:
    assert isinstance(work, InMemoryWork)
    return work.meters.kept


def _showing(meter: Meter, reading: Reading) -> Meter:
    others = (each for each in meter.readings if each.taken_on != reading.taken_on)
    return attrs.evolve(meter, readings=(*others, reading))


def _reason(meter: Meter | None, serial: str, reading: Reading, today: date) -> DomainError | None:
    day = reading.taken_on
    if meter is None:
        return MeterUnknown(serial=serial)
    if day > today:
        return ReadingAhead(taken_on=day)
    if day < meter.fitted.on:
        return ReadingBeforeFitted(taken_on=day, fitted_on=meter.fitted.on)
    if meter.removed and day > meter.removed.on:
        return ReadingAfterRemoved(taken_on=day, removed_on=meter.removed.on)
    if not meter.can_show(reading.index):
        return IndexBeyondDials(
            column="index", cubic_metres=reading.index.cubic_metres, dials=meter.dials
        )
    return None
