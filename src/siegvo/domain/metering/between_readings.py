"""What was drawn between readings that somebody saw, estimates in between or not."""

from collections.abc import Iterable, Iterator

from siegvo.domain.metering.consumption import Period


def between_actual_readings(periods: Iterable[Period]) -> Iterator[Period]:
    """Join `periods`, oldest first, until an actual reading stands at both ends."""
    joined: Period | None = None
    for period in periods:
        if joined and joined.closing == period.opening:
            joined = joined_by(joined, period)
        else:
            joined = period if period.opening.source.is_actual else None
        if joined and joined.closing.source.is_actual:
            yield joined
            joined = None


def joined_by(earlier: Period, later: Period) -> Period:
    """Make one period of two that follow one another."""
    return Period(
        opening=earlier.opening,
        closing=later.closing,
        segments=earlier.segments + later.segments,
        changed_on=earlier.changed_on,
    )
