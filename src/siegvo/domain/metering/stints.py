"""How the meters of a place shared the counting of a period."""

from collections.abc import Sequence

import attrs

from siegvo.domain.metering.consumption import Segment
from siegvo.domain.metering.marks import Mark
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.reading import Reading


@attrs.frozen(kw_only=True)
class Stint:
    """One meter at work, from the first to the last of its figures in a period."""

    meter: Meter
    start: Reading
    end: Reading

    @property
    def contradicts_itself(self) -> bool:
        """Whether it ends lower than it began, too little for a rollover."""
        start, end = self.start.index, self.end.index
        return end.cubic_metres < start.cubic_metres and self.meter.turned_back(start, end)

    @property
    def is_void(self) -> bool:
        """Whether it began and ended with the same figure on the same day."""
        start, end = self.start, self.end
        return (start.taken_on, start.index) == (end.taken_on, end.index)

    def as_segment(self) -> Segment:
        start, end = self.start.index, self.end.index
        return Segment(
            serial=self.meter.serial,
            from_index=start,
            to_index=end,
            cubic_metres=self.meter.drawn_between(start, end),
        )


def stints_between(opening: Mark, closing: Mark, *, place: Sequence[Meter]) -> Sequence[Stint]:
    """Follow the meters of `place` from one mark to the other; most often there is but one."""
    if opening.rank == closing.rank:
        return (Stint(meter=place[opening.rank], start=opening.reading, end=closing.reading),)
    passed = place[opening.rank : closing.rank + 1]
    fitted = [each.fitted.as_reading() for each in passed[1:]]
    removed = [each.removed.as_reading() for each in passed[:-1] if each.removed]
    starts, ends = [opening.reading, *fitted], [*removed, closing.reading]
    return tuple(
        Stint(meter=meter, start=start, end=end)
        for meter, start, end in zip(passed, starts, ends, strict=True)
    )
