from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.agreed_plan import agreed_plan, plan_of_year
from siegvo.domain.payments.monthly_plan import DayNotOffered, MonthlyPlan, NothingToSpread
from siegvo.domain.payments.plan_rules import TEN_MONTHS, Base, Cycle, Latecomer, PlanRules

TWO_HALVES: Final = (
    (date(2025, 11, 20), Money(10_000)),
    (date(2026, 5, 20), Money(14_000)),
    (date(2026, 11, 20), Money(11_111)),
)
rules = st.sampled_from(
    [
        TEN_MONTHS,
        PlanRules(cycles=(Cycle(months=(1, 2, 3), settled_in=6), Cycle(months=(7, 8))), days=(8,)),
        PlanRules(
            cycles=(Cycle(months=(3, 6, 9)),),
            days=(15,),
            base=Base.LAST_TWO_INVOICES,
            latecomer=Latecomer.EVERYTHING,
            rounded_to=Money(100),
        ),
    ]
)
days = st.dates(min_value=date(2024, 1, 1), max_value=date(2030, 12, 31))
bills = st.lists(
    st.tuples(days, st.integers(min_value=5_000, max_value=90_000).map(Money)), max_size=8
)


class TestAnAgreedPlan:
    def test_begins_this_year_while_there_is_time(self) -> None:
        plan = agreed_plan(
            TEN_MONTHS, invoiced=TWO_HALVES, debit_day=5, agreed_on=date(2026, 7, 20)
        )

        assert [each.on.isoformat() for each in plan.instalments] == [
            *("2026-08-05", "2026-09-05", "2026-10-05")
        ]
        assert plan.base == Money(24_000)
        assert plan.settled_on == (date(2026, 12, 5),)

    def test_begins_next_year_when_this_one_is_over(self) -> None:
        plan = agreed_plan(
            TEN_MONTHS, invoiced=TWO_HALVES, debit_day=10, agreed_on=date(2026, 11, 23)
        )

        assert plan.instalments[0].on == date(2027, 1, 10)
        assert len(plan.instalments) == 10
        assert plan.total == plan.base == Money(25_111)

    def test_leaves_time_to_be_told(self) -> None:
        """Agreed to on Christmas Eve, it may not take anything on the 5th."""
        plan = agreed_plan(
            TEN_MONTHS, invoiced=TWO_HALVES, debit_day=5, agreed_on=date(2026, 12, 24)
        )

        assert plan.instalments[0].on == date(2027, 2, 5)

    @given(rules, bills, days)
    def test_is_the_same_whatever_is_invoiced_later(
        self, rules: PlanRules, invoiced: list[tuple[date, Money]], agreed_on: date
    ) -> None:
        earlier = [each for each in invoiced if each[0] <= agreed_on]
        day = rules.days[0]
        try:
            plan = agreed_plan(rules, invoiced=earlier, debit_day=day, agreed_on=agreed_on)
        except NothingToSpread:
            with pytest.raises(NothingToSpread):
                agreed_plan(rules, invoiced=invoiced, debit_day=day, agreed_on=agreed_on)
            return

        assert plan == agreed_plan(rules, invoiced=invoiced, debit_day=day, agreed_on=agreed_on)
        assert len({each.on.year for each in plan.instalments}) == 1
        assert plan.instalments[0].on >= agreed_on + timedelta(days=rules.notice_days)
        assert plan.total + plan.left_to_settle == plan.base

    def test_is_for_the_days_offered(self) -> None:
        with pytest.raises(DayNotOffered):
            agreed_plan(TEN_MONTHS, invoiced=TWO_HALVES, debit_day=7, agreed_on=date(2026, 7, 20))

    def test_needs_something_to_spread(self) -> None:
        with pytest.raises(NothingToSpread):
            agreed_plan(TEN_MONTHS, invoiced=(), debit_day=5, agreed_on=date(2026, 7, 20))


class TestTheYearsOfAPlan:
    @pytest.mark.parametrize("agreed_on", [date(2026, 7, 20), date(2026, 11, 23)])
    def test_begin_with_the_one_agreed_to(self, agreed_on: date) -> None:
        first = agreed_plan(TEN_MONTHS, invoiced=TWO_HALVES, debit_day=5, agreed_on=agreed_on)

        def of(year: int) -> MonthlyPlan | None:
            return plan_of_year(
                TEN_MONTHS, invoiced=TWO_HALVES, debit_day=5, agreed_on=agreed_on, year=year
            )

        begun_in = first.instalments[0].on.year
        assert of(begun_in) == first
        assert not any(map(of, range(2024, begun_in)))

    def test_go_on_with_what_was_invoiced_since(self) -> None:
        plan = plan_of_year(
            TEN_MONTHS,
            invoiced=TWO_HALVES,
            debit_day=5,
            agreed_on=date(2026, 7, 20),
            year=2027,
        )

        assert plan is not None
        assert plan.base == Money(25_111)
        assert [each.on.month for each in plan.instalments] == list(range(1, 11))
        assert plan.total == plan.base

    @given(rules, bills, days, st.integers(min_value=1, max_value=5))
    def test_are_whole_once_begun(
        self, rules: PlanRules, invoiced: list[tuple[date, Money]], agreed_on: date, later: int
    ) -> None:
        day = rules.days[0]
        year = agreed_on.year + 1 + later
        try:
            plan = plan_of_year(
                rules, invoiced=invoiced, debit_day=day, agreed_on=agreed_on, year=year
            )
        except NothingToSpread:
            return

        assert plan is not None
        assert plan.total == plan.base
        assert {each.on.year for each in plan.instalments} == {year}
        assert len(plan.instalments) == sum(len(cycle.months) for cycle in rules.cycles)
