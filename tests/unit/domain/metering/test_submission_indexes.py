from datetime import date

import pytest

from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.submission import (
    IndexBelowPrevious,
    LitresTyped,
    MoreDigitsThanDials,
    Outcome,
    ReadingAlreadyKnown,
    Verdict,
)
from tests.support.judging import FOUR_DIALS, IN_JUNE, facts_of, judge
from tests.support.meters import a_meter, a_reading, an_estimate, from_subscriber


class TestALowerReading:
    def test_is_refused_after_an_actual_one(self) -> None:
        with pytest.raises(IndexBelowPrevious) as refusal:
            judge(from_subscriber(1199, "2026-11-07"))

        assert facts_of(refusal.value) == {
            "given": MeterIndex(1199),
            "previous": MeterIndex(1200),
            "previous_on": date(2026, 6, 10),
        }

    def test_is_refused_even_when_confirmed(self) -> None:
        with pytest.raises(IndexBelowPrevious):
            judge(from_subscriber(1199, "2026-11-07"), confirmed=True)

    def test_is_legitimate_after_an_estimate(self) -> None:
        meter = a_meter(IN_JUNE, an_estimate(1255, "2026-10-10"))

        verdict = judge(from_subscriber(1250, "2026-11-07"), meter=meter)

        assert (verdict.outcome, verdict.drawn, verdict.days) == (Outcome.ACCEPTED, 50, 150)

    def test_is_accepted_as_a_rollover_when_that_is_plausible(self) -> None:
        verdict = judge(from_subscriber(23, "2026-11-07"), meter=FOUR_DIALS)

        assert verdict == Verdict(
            outcome=Outcome.ACCEPTED, drawn=45, days=150, usual=60, rolled_over=True
        )

    def test_is_to_be_confirmed_as_a_rollover_when_that_is_conceivable(self) -> None:
        ten_times = from_subscriber(578, "2026-11-07")

        verdict = judge(ten_times, meter=FOUR_DIALS)

        assert verdict == Verdict(
            outcome=Outcome.TO_CONFIRM, drawn=600, days=150, usual=60, rolled_over=True
        )
        assert judge(ten_times, meter=FOUR_DIALS, confirmed=True).outcome is Outcome.TO_REVIEW

    def test_is_refused_when_a_rollover_cannot_explain_it(self) -> None:
        with pytest.raises(IndexBelowPrevious):
            judge(from_subscriber(579, "2026-11-07"), meter=FOUR_DIALS)


class TestAReadingOfTheSameDay:
    def test_is_already_known_when_it_says_the_same(self) -> None:
        with pytest.raises(ReadingAlreadyKnown) as refusal:
            judge(from_subscriber(1200, "2026-06-10"))

        assert facts_of(refusal.value) == {"index": MeterIndex(1200), "taken_on": date(2026, 6, 10)}

    def test_is_to_be_confirmed_when_it_says_more(self) -> None:
        verdict = judge(from_subscriber(1201, "2026-06-10"))

        assert verdict == Verdict(
            outcome=Outcome.TO_CONFIRM, drawn=1, days=0, usual=0, rolled_over=False
        )

    def test_is_refused_when_it_says_less(self) -> None:
        with pytest.raises(IndexBelowPrevious):
            judge(from_subscriber(1199, "2026-06-10"))

    def test_is_refused_when_it_says_less_than_nothing_left_to_roll_over(self) -> None:
        with pytest.raises(IndexBelowPrevious):
            judge(from_subscriber(3, "2026-06-10"), meter=FOUR_DIALS)

    @pytest.mark.parametrize("index", [1240, 1255, 1260])
    def test_is_like_any_other_when_the_known_one_is_an_estimate(self, index: int) -> None:
        meter = a_meter(IN_JUNE, an_estimate(1255, "2026-11-07"))

        verdict = judge(from_subscriber(index, "2026-11-07"), meter=meter)

        assert verdict.outcome is Outcome.ACCEPTED

    def test_replaces_the_pending_one_without_being_held_to_it(self) -> None:
        verdict = judge(
            from_subscriber(1250, "2026-11-07"), pending=[from_subscriber(1270, "2026-11-07")]
        )

        assert (verdict.outcome, verdict.drawn, verdict.days) == (Outcome.ACCEPTED, 50, 150)


class TestTooManyDigits:
    def test_are_litres_when_the_rest_is_plausible(self) -> None:
        with pytest.raises(LitresTyped) as refusal:
            judge(from_subscriber(1_250_345, "2026-11-07"))

        assert facts_of(refusal.value) == {
            "given": MeterIndex(1_250_345),
            "likely": MeterIndex(1250),
        }

    @pytest.mark.parametrize("index", [1_150_345, 9_250_345, 999_999_999])
    def test_are_just_too_many_when_it_is_not(self, index: int) -> None:
        with pytest.raises(MoreDigitsThanDials) as refusal:
            judge(from_subscriber(index, "2026-11-07"))

        assert facts_of(refusal.value) == {"given": MeterIndex(index), "dials": 5}

    def test_are_just_too_many_when_even_the_rest_is_too_long(self) -> None:
        with pytest.raises(MoreDigitsThanDials):
            judge(from_subscriber(20_023_000, "2026-11-07"), meter=FOUR_DIALS)

    def test_are_one_more_than_the_dials(self) -> None:
        high = a_meter(a_reading(90_000, "2026-06-10"))

        judge(from_subscriber(99_999, "2026-11-07"), meter=high)
        with pytest.raises(MoreDigitsThanDials):
            judge(from_subscriber(100_000, "2026-11-07"), meter=high)
