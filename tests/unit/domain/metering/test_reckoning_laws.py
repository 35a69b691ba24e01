"""What holds for the consumption of any place, whatever happened to its meters."""

from datetime import date, timedelta
from itertools import pairwise

import attrs
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.metering.consumption import Period
from siegvo.domain.metering.meter import Fitting, Meter
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import Reading, ReadingSource
from siegvo.domain.metering.reckoning import reckon_consumption
from tests.support.meters import ALWAYS, CONTRACT

DIALS = 4
CAPACITY = 10**DIALS
BEGINNING = date(2020, 1, 1)


@attrs.frozen(kw_only=True)
class Story:
    """A place, and how much had truly passed there on each day something was noted."""

    meters: tuple[Meter, ...]
    truth: dict[date, int]


@st.composite
def stories(draw: st.DrawFn, *, most: int = CAPACITY // 2) -> Story:
    """Tell what happened at one place, noted by agents without a mistake.

    Up to `most` cubic metres pass from one note to the next.
    """
    today, passed = BEGINNING, 0
    truth, meters = {today: 0}, list[Meter]()
    gaps, draws = st.integers(1, 500), st.integers(0, most)
    for rank in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, CAPACITY - 1)) - passed
        fitted, readings = _fitting(today, start + passed), []
        for _ in range(draw(st.integers(0, 5))):
            today, passed = today + timedelta(draw(gaps)), passed + draw(draws)
            truth[today] = passed
            readings.append(_reading(today, start + passed))
        today, passed = today + timedelta(draw(gaps)), passed + draw(draws)
        truth[today] = passed
        meters.append(_meter(rank, fitted, _fitting(today, start + passed), readings))
        today += timedelta(days=draw(st.integers(0, 7)))
        truth[today] = passed
    if draw(st.booleans()):
        meters[-1] = attrs.evolve(meters[-1], removed=None)
    return Story(meters=tuple(meters), truth=truth)


@st.composite
def estimated_stories(draw: st.DrawFn) -> Story:
    """Add estimates, up to a tenth of a turn off what was last noted."""
    story = draw(stories(most=CAPACITY // 20))
    errors, delays = st.integers(-CAPACITY // 10, CAPACITY // 10), st.integers(0, 400)
    return attrs.evolve(
        story,
        meters=tuple(
            attrs.evolve(
                meter,
                readings=(
                    *meter.readings,
                    *(
                        _reading(
                            noted.taken_on + timedelta(days=draw(delays)),
                            noted.index.cubic_metres + draw(errors),
                            ReadingSource.ESTIMATE,
                        )
                        for noted in (meter.fitted.as_reading(), *meter.readings)
                        if draw(st.booleans())
                    ),
                ),
            )
            for meter in story.meters
        ),
    )


@st.composite
def windows(draw: st.DrawFn) -> DayRange:
    first = BEGINNING + timedelta(days=draw(st.integers(-10, 3000)))
    length = draw(st.none() | st.integers(0, 3000))
    return DayRange(first, None if length is None else first + timedelta(days=length))


@st.composite
def muddles(draw: st.DrawFn) -> tuple[Meter, ...]:
    """Note anything about a place: slips, doubles, estimates, whatever the order."""
    story = draw(stories())
    days = st.integers(0, 3000).map(lambda days: BEGINNING + timedelta(days=days))
    notes = st.builds(
        Reading,
        index=st.integers(0, CAPACITY - 1).map(MeterIndex),
        taken_on=days,
        source=st.sampled_from(ReadingSource),
    )
    return tuple(
        attrs.evolve(meter, readings=(*meter.readings, *draw(st.lists(notes, max_size=8))))
        for meter in story.meters
    )


class TestConsumption:
    @given(stories())
    def test_is_what_truly_passed(self, story: Story) -> None:
        for period in _periods(story.meters):
            assert period.cubic_metres == story.truth[period.last] - story.truth[period.first]

    @given(estimated_stories())
    def test_is_what_truly_passed_between_actual_readings_whatever_was_estimated(
        self, story: Story
    ) -> None:
        unaccounted, passed = set[int](), 0
        for period in _periods(story.meters):
            if period.opening.source.is_actual:
                unaccounted.add(story.truth[period.first] - passed)
            passed += period.cubic_metres
            if period.closing.source.is_actual:
                unaccounted.add(story.truth[period.last] - passed)

        assert len(unaccounted) <= 1

    @given(muddles(), windows())
    def test_is_never_negative_and_never_more_than_the_dials_can_count(
        self, meters: tuple[Meter, ...], window: DayRange
    ) -> None:
        for period in _periods(meters, window=window):
            assert all(0 <= each.cubic_metres < CAPACITY for each in period.segments)
            assert period.litres_a_day >= 0

    @given(stories())
    def test_leaves_no_day_out_between_the_first_reading_and_the_last(self, story: Story) -> None:
        periods = _periods(story.meters)

        assert all(one.closing == next_one.opening for one, next_one in pairwise(periods))

    @given(muddles(), windows())
    def test_counts_no_day_twice(self, meters: tuple[Meter, ...], window: DayRange) -> None:
        periods = _periods(meters, window=window)

        assert all(each.first < each.last for each in periods)
        assert all(one.last <= next_one.first for one, next_one in pairwise(periods))

    @given(muddles(), windows())
    def test_stays_inside_the_window(self, meters: tuple[Meter, ...], window: DayRange) -> None:
        for period in _periods(meters, window=window):
            assert window.holds(period.first)
            assert window.holds(period.last)

    @given(muddles(), windows(), st.integers(0, CAPACITY - 1).map(MeterIndex))
    def test_does_not_depend_on_what_was_shown_outside_the_window(
        self, meters: tuple[Meter, ...], window: DayRange, other: MeterIndex
    ) -> None:
        elsewhere = tuple(_forged(meter, window, other) for meter in meters)

        assert _periods(elsewhere, window=window) == _periods(meters, window=window)

    @given(stories())
    def test_does_not_depend_on_the_order_in_which_meters_are_given(self, story: Story) -> None:
        backwards = reckon_consumption(reversed(story.meters), window=ALWAYS)

        assert backwards == reckon_consumption(story.meters, window=ALWAYS)


def _periods(meters: tuple[Meter, ...], *, window: DayRange = ALWAYS) -> tuple[Period, ...]:
    places = reckon_consumption(meters, window=window).places
    return tuple(period for place in places for period in place.periods)


def _forged(meter: Meter, window: DayRange, other: MeterIndex) -> Meter:
    """Change every figure that lies outside `window`."""
    return attrs.evolve(
        meter,
        fitted=_unless_seen(meter.fitted, window, other),
        removed=meter.removed and _unless_seen(meter.removed, window, other),
        readings=[
            each if window.holds(each.taken_on) else attrs.evolve(each, index=other)
            for each in meter.readings
        ],
    )


def _unless_seen(fitting: Fitting, window: DayRange, other: MeterIndex) -> Fitting:
    return fitting if window.holds(fitting.on) else attrs.evolve(fitting, index=other)


def _fitting(day: date, figure: int) -> Fitting:
    return Fitting(on=day, index=MeterIndex(figure % CAPACITY))


def _reading(day: date, figure: int, source: ReadingSource = ReadingSource.AGENT) -> Reading:
    return Reading(index=MeterIndex(figure % CAPACITY), taken_on=day, source=source)


def _meter(rank: int, fitted: Fitting, removed: Fitting, readings: list[Reading]) -> Meter:
    return Meter(
        serial=f"M{rank}",
        contract=CONTRACT,
        dials=DIALS,
        fitted=fitted,
        removed=removed,
        readings=readings,
    )
