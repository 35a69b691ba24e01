from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.metering.plausibility import DailyDraw
from siegvo.domain.metering.reading import Reading
from siegvo.domain.metering.submission import (
    IndexBelowPrevious,
    MeterReadRemotely,
    MeterRemoved,
    Outcome,
    ReadingAlreadyKnown,
    ReadingBeforeFitting,
    ReadingInTheFuture,
    ReadingOutOfOrder,
    ReadingRefused,
    Verdict,
)
from tests.support.judging import IN_JUNE, METER, TODAY, facts_of, judge
from tests.support.meters import a_meter, a_reading, an_estimate, from_subscriber, showing


class TestAPlausibleReading:
    def test_is_accepted_by_rule(self) -> None:
        verdict = judge(from_subscriber(1260, "2026-11-07"))

        assert verdict == Verdict(
            outcome=Outcome.ACCEPTED, drawn=60, days=150, usual=60, rolled_over=False
        )

    def test_may_say_that_nothing_was_drawn(self) -> None:
        verdict = judge(from_subscriber(1200, "2026-11-07"))

        assert (verdict.outcome, verdict.drawn) == (Outcome.ACCEPTED, 0)

    def test_may_be_of_today(self) -> None:
        assert judge(from_subscriber(1260, "2026-11-23")).outcome is Outcome.ACCEPTED

    def test_needs_no_history(self) -> None:
        verdict = judge(from_subscriber(1300, "2026-11-07"), usual=None)

        assert (verdict.outcome, verdict.usual) == (Outcome.ACCEPTED, None)

    def test_tells_the_usual_volume_with_a_half_rounded_up(self) -> None:
        verdict = judge(
            from_subscriber(1201, "2026-06-11"), usual=DailyDraw(cubic_metres=1, days=2)
        )

        assert verdict.usual == 1

    def test_may_be_the_first_after_the_fitting(self) -> None:
        new = a_meter(fitted=showing(3, "2026-10-10"))

        assert judge(from_subscriber(13, "2026-11-07"), meter=new).drawn == 10

    def test_may_be_of_the_day_of_the_fitting(self) -> None:
        new = a_meter(fitted=showing(3, "2026-10-10"))

        with pytest.raises(ReadingAlreadyKnown):
            judge(from_subscriber(3, "2026-10-10"), meter=new)
        assert judge(from_subscriber(4, "2026-10-10"), meter=new).days == 0


class TestAnImplausibleReading:
    def test_is_to_be_confirmed_first(self) -> None:
        verdict = judge(from_subscriber(1381, "2026-11-07"))

        assert verdict == Verdict(
            outcome=Outcome.TO_CONFIRM, drawn=181, days=150, usual=60, rolled_over=False
        )

    def test_goes_to_staff_once_confirmed(self) -> None:
        verdict = judge(from_subscriber(1381, "2026-11-07"), confirmed=True)

        assert verdict.outcome is Outcome.TO_REVIEW

    def test_is_one_cubic_metre_above_three_times_the_usual(self) -> None:
        assert judge(from_subscriber(1380, "2026-11-07")).outcome is Outcome.ACCEPTED

    def test_is_one_cubic_metre_above_two_a_day_without_history(self) -> None:
        most = from_subscriber(1500, "2026-11-07")
        more = from_subscriber(1501, "2026-11-07")

        assert judge(most, usual=None).outcome is Outcome.ACCEPTED
        assert judge(more, usual=None).outcome is Outcome.TO_CONFIRM


class TestAPendingReading:
    IN_OCTOBER = from_subscriber(1250, "2026-10-10")

    def test_is_where_the_next_one_begins(self) -> None:
        verdict = judge(from_subscriber(1260, "2026-11-09"), pending=[self.IN_OCTOBER])

        assert (verdict.drawn, verdict.days) == (10, 30)

    def test_is_the_lowest_the_next_one_can_be(self) -> None:
        with pytest.raises(IndexBelowPrevious) as refusal:
            judge(from_subscriber(1249, "2026-11-07"), pending=[self.IN_OCTOBER])

        assert refusal.value.previous_on == date(2026, 10, 10)

    def test_cannot_be_preceded_by_a_later_thought(self) -> None:
        with pytest.raises(ReadingOutOfOrder) as refusal:
            judge(from_subscriber(1240, "2026-10-09"), pending=[self.IN_OCTOBER])

        assert refusal.value.previous == date(2026, 10, 10)

    def test_gives_way_to_what_the_billing_system_says_of_that_day(self) -> None:
        meter = a_meter(a_reading(1245, "2026-10-10"))

        verdict = judge(from_subscriber(1249, "2026-11-07"), meter=meter, pending=[self.IN_OCTOBER])

        assert verdict.drawn == 4


class TestADay:
    def test_must_not_lie_in_the_future(self) -> None:
        with pytest.raises(ReadingInTheFuture) as refusal:
            judge(from_subscriber(1260, "2026-11-24"))

        assert facts_of(refusal.value) == {"taken_on": date(2026, 11, 24), "today": TODAY}

    def test_must_not_precede_the_fitting(self) -> None:
        new = a_meter(fitted=showing(0, "2026-10-10"))

        with pytest.raises(ReadingBeforeFitting) as refusal:
            judge(from_subscriber(5, "2026-10-09"), meter=new)

        assert refusal.value.fitted_on == date(2026, 10, 10)

    @pytest.mark.parametrize(
        "known", [a_reading(1250, "2026-10-10"), an_estimate(1250, "2026-10-10")]
    )
    def test_must_not_precede_what_is_known_from_any_origin(self, known: Reading) -> None:
        with pytest.raises(ReadingOutOfOrder) as refusal:
            judge(from_subscriber(1240, "2026-10-09"), meter=a_meter(IN_JUNE, known))

        assert facts_of(refusal.value) == {
            "taken_on": date(2026, 10, 9),
            "previous": date(2026, 10, 10),
        }


class TestAMeterThatNeedsNoReading:
    def test_has_been_removed(self) -> None:
        gone = a_meter(removed=showing(1300, "2026-07-01"))

        with pytest.raises(MeterRemoved) as refusal:
            judge(from_subscriber(1260, "2026-06-30"), meter=gone)

        assert facts_of(refusal.value) == {"serial": gone.serial, "removed_on": date(2026, 7, 1)}

    def test_is_read_from_afar(self) -> None:
        remote = a_meter(IN_JUNE, is_remote_read=True)

        with pytest.raises(MeterReadRemotely) as refusal:
            judge(from_subscriber(1260, "2026-11-07"), meter=remote)

        assert refusal.value.serial == remote.serial


class TestAnyReading:
    @given(
        index=st.integers(min_value=0, max_value=999_999_999),
        taken_on=st.dates(min_value=date(2014, 1, 1), max_value=date(2027, 1, 1)),
        confirmed=st.booleans(),
    )
    def test_is_refused_for_a_reason_or_judged_by_the_wheels(
        self, index: int, taken_on: date, *, confirmed: bool
    ) -> None:
        reading = from_subscriber(index, taken_on.isoformat())

        try:
            verdict = judge(reading, confirmed=confirmed)
        except ReadingRefused:
            return

        assert (1200 + verdict.drawn) % METER.capacity == index
        assert verdict.days == (taken_on - IN_JUNE.taken_on).days
        assert verdict.rolled_over == (index < 1200)
        assert (verdict.outcome is Outcome.TO_CONFIRM) <= (not confirmed)
