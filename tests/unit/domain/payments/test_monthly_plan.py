"""Instalments as several services reckon them, and what holds for all of them."""

from datetime import date
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.monthly_plan import (
    DayNotOffered,
    MonthlyPlan,
    NothingToSpread,
    PlanTooLate,
    in_parts,
    plan_year,
)
from siegvo.domain.payments.plan_rules import Base, Cycle, Latecomer, OddCents, PlanRules
from siegvo.domain.payments.settlement import Outcome, Settlement, settle

TEN_MONTHS: Final = PlanRules(
    cycles=(Cycle(months=tuple(range(1, 11)), settled_in=12),), days=(5, 10, 15)
)
"""Colmar, Canal de Provence: ten equal debits on the 5th, 10th or 15th, settled once a year."""

IROISE: Final = PlanRules(
    cycles=(Cycle(months=tuple(range(2, 12)), settled_in=12),),
    days=(10,),
    base=Base.LAST_TWO_INVOICES,
)
"""Pays d'Iroise: a tenth of the last two half-year bills."""

SIERS: Final = PlanRules(
    cycles=(Cycle(months=tuple(range(1, 10)), settled_in=11),), days=(10,), rounded_to=Money(100)
)
"""SIERS: nine debits from January to September, settled in November."""

VIENNE: Final = PlanRules(
    cycles=(
        Cycle(months=(1, 2, 3, 4, 5), settled_in=6),
        Cycle(months=(7, 8, 9, 10, 11), settled_in=12),
    ),
    days=(8,),
)
"""Eaux de Vienne 2026: five debits and a real bill, twice a year."""

PAU: Final = PlanRules(cycles=(Cycle(months=(3, 6, 9)),), days=(15,))
"""Pau: three instalments."""

IN_PARTS: Final = PlanRules(
    cycles=(Cycle(months=(1,)),), days=(10,), odd_cents=OddCents.FIRST, notice_days=0
)
"""JVS: a bill in two or three parts, the first takes the odd cents."""

SERVICES: Final = (TEN_MONTHS, IROISE, SIERS, VIENNE, PAU)
NEW_YEARS_EVE: Final = date(2025, 12, 1)


def _plan(rules: PlanRules, cents: int, *, joined_on: date = NEW_YEARS_EVE) -> MonthlyPlan:
    return plan_year(
        rules, base=Money(cents), year=2026, debit_day=rules.days[0], joined_on=joined_on
    )


def _cents(plan: MonthlyPlan) -> list[int]:
    return [each.amount.cents for each in plan.instalments]


class TestPlans:
    def test_of_ten_months_are_equal_but_for_the_odd_cents(self) -> None:
        plan = _plan(TEN_MONTHS, 48_007)

        assert _cents(plan) == [4_800] * 9 + [4_807]
        assert [each.on for each in plan.instalments][:2] == [date(2026, 1, 5), date(2026, 2, 5)]
        assert plan.settled_on == (date(2026, 12, 5),)

    def test_of_the_pays_d_iroise_are_a_tenth_of_two_bills(self) -> None:
        bills = [
            (date(2025, 4, 20), Money(19_000)),
            (date(2024, 10, 20), Money(99_999)),
            (date(2025, 10, 20), Money(21_000)),
        ]

        base = IROISE.base_of(bills, today=NEW_YEARS_EVE)

        assert _cents(_plan(IROISE, base.cents)) == [4_000] * 10

    def test_of_the_siers_are_whole_euros_and_the_last_takes_the_rest(self) -> None:
        assert _cents(_plan(SIERS, 40_050)) == [4_400] * 8 + [4_850]

    def test_of_eaux_de_vienne_are_five_and_a_bill_twice_a_year(self) -> None:
        plan = _plan(VIENNE, 50_001)

        assert _cents(plan) == [5_000] * 9 + [5_001]
        assert plan.settled_on == (date(2026, 6, 8), date(2026, 12, 8))

    def test_of_pau_are_three(self) -> None:
        assert _cents(_plan(PAU, 10_000)) == [3_333, 3_333, 3_334]

    def test_of_one_bill_begin_with_the_odd_cents(self) -> None:
        plan = in_parts(IN_PARTS, Money(10_000), count=3, issued_on=date(2026, 3, 20))

        assert _cents(plan) == [3_334, 3_333, 3_333]
        assert [each.on for each in plan.instalments] == [
            date(2026, 4, 10),
            date(2026, 5, 10),
            date(2026, 6, 10),
        ]

    def test_of_one_bill_end_within_its_year(self) -> None:
        with pytest.raises(PlanTooLate):
            in_parts(IN_PARTS, Money(10_000), count=3, issued_on=date(2026, 10, 11))

    def test_count_only_what_was_invoiced_in_twelve_months(self) -> None:
        invoiced = [
            (date(2024, 11, 23), Money(7_000)),
            (date(2025, 11, 22), Money(8_000)),
            (date(2025, 11, 23), Money(9_000)),
            (date(2026, 11, 23), Money(20_000)),
            (date(2026, 11, 23), Money(-5_000)),
            (date(2026, 11, 24), Money(99_000)),
        ]

        assert TEN_MONTHS.base_of(invoiced, today=date(2026, 11, 23)) == Money(15_000)

    def test_count_an_invoice_of_the_end_of_the_year_once(self) -> None:
        yearly = [(date(year, 12, 30), Money(20_000)) for year in (2024, 2025, 2026)]

        assert TEN_MONTHS.base_of(yearly, today=date(2026, 12, 31)) == Money(20_000)

    def test_are_refused_on_another_day(self) -> None:
        with pytest.raises(DayNotOffered):
            plan_year(
                TEN_MONTHS, base=Money(50_000), year=2026, debit_day=7, joined_on=NEW_YEARS_EVE
            )

    def test_are_refused_when_instalments_would_be_tiny(self) -> None:
        with pytest.raises(NothingToSpread):
            _plan(TEN_MONTHS, 4_999)


class TestLatecomers:
    def test_are_told_two_weeks_before_they_are_debited(self) -> None:
        joined = date(2026, 3, 22)

        assert _plan(TEN_MONTHS, 50_000, joined_on=joined).instalments[0].on == date(2026, 4, 5)

    def test_pay_their_part_and_settle_the_rest(self) -> None:
        plan = _plan(TEN_MONTHS, 50_000, joined_on=date(2026, 3, 23))

        assert _cents(plan) == [5_000] * 6
        assert plan.left_to_settle == Money(20_000)

    def test_pay_everything_where_the_service_wants_it(self) -> None:
        rules = PlanRules(cycles=TEN_MONTHS.cycles, days=(5,), latecomer=Latecomer.EVERYTHING)

        plan = _plan(rules, 50_000, joined_on=date(2026, 3, 23))

        assert _cents(plan) == [8_333] * 5 + [8_335]
        assert plan.left_to_settle == Money.zero()

    def test_wait_for_next_year_when_hardly_anything_is_left(self) -> None:
        with pytest.raises(PlanTooLate) as refused:
            _plan(TEN_MONTHS, 50_000, joined_on=date(2026, 9, 10))

        assert refused.value.next_year == 2027


class TestEveryPlan:
    @given(
        rules=st.sampled_from(SERVICES),
        odd_cents=st.sampled_from(OddCents),
        cents=st.integers(10_000, 10_000_000),
    )
    def test_adds_up_to_its_base_to_the_cent(
        self, rules: PlanRules, odd_cents: OddCents, cents: int
    ) -> None:
        told = PlanRules(
            cycles=rules.cycles,
            days=rules.days,
            odd_cents=odd_cents,
            rounded_to=rules.rounded_to,
        )

        assert _plan(told, cents).total == Money(cents)

    @given(
        rules=st.sampled_from(SERVICES),
        latecomer=st.sampled_from(Latecomer),
        cents=st.integers(0, 1_000_000),
        joined_on=st.dates(date(2025, 1, 1), date(2026, 12, 31)),
    )
    def test_stays_within_its_year_and_its_base(
        self, rules: PlanRules, latecomer: Latecomer, cents: int, joined_on: date
    ) -> None:
        told = PlanRules(cycles=rules.cycles, days=rules.days, latecomer=latecomer)
        try:
            plan = _plan(told, cents, joined_on=joined_on)
        except (PlanTooLate, NothingToSpread):
            return

        days = [each.on for each in plan.instalments]
        assert all(earlier < later for earlier, later in pairwise(days))
        assert {day.year for day in (*days, *plan.settled_on)} == {2026}
        assert {day.day for day in days} <= set(rules.days)
        assert all((day - joined_on).days >= told.notice_days for day in days)
        assert min(each.amount for each in plan.instalments) >= told.least
        assert Money.zero() <= plan.left_to_settle
        assert plan.total + plan.left_to_settle == plan.base

    def test_names_the_debit_that_comes_next(self) -> None:
        plan = _plan(TEN_MONTHS, 50_000)

        next_one = plan.next_after(date(2026, 2, 5))
        assert next_one is not None
        assert next_one.on == date(2026, 3, 5)
        assert plan.next_after(date(2026, 10, 5)) is None


class TestCycles:
    @pytest.mark.parametrize(
        ("months", "settled_in"),
        [((), None), ((2, 1), None), ((1, 1), None), ((1, 2), 2), ((13,), None), ((1,), 13)],
    )
    def test_go_forward(self, months: tuple[int, ...], settled_in: int | None) -> None:
        with pytest.raises(ValueError, match=r"."):
            Cycle(months=months, settled_in=settled_in)

    def test_do_not_overlap(self) -> None:
        with pytest.raises(ValueError, match="follow one another"):
            PlanRules(cycles=(Cycle(months=(1, 2)), Cycle(months=(2, 3))), days=(5,))


class TestSettlements:
    @pytest.mark.parametrize(
        ("debited", "invoiced", "outcome", "amount"),
        [
            (50_000, 50_000, Outcome.EVEN, 0),
            (50_000, 53_219, Outcome.DEBITED, 3_219),
            (50_000, 48_500, Outcome.REFUNDED, 1_500),
            (50_000, 48_501, Outcome.CARRIED_OVER, 1_499),
        ],
    )
    def test_take_give_back_or_carry_over(
        self, debited: int, invoiced: int, outcome: Outcome, amount: int
    ) -> None:
        settled = settle(TEN_MONTHS, debited=Money(debited), invoiced=Money(invoiced))

        assert settled == Settlement(outcome=outcome, amount=Money(amount))
