from datetime import date

import attrs
import pytest

from siegvo.application.payments.plan_months import PlanMonths
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.domain.billing.invoice import InvoiceKind
from siegvo.domain.contracts.tenure import ContractEnded
from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.monthly_plan import DayNotOffered, NothingToSpread
from siegvo.domain.payments.plan_rules import TEN_MONTHS
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.builders.billing import an_invoice
from tests.support.builders.contracts import CONTRACT, a_link, a_tenure
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings


@pytest.fixture(autouse=True)
def _alice(world: World) -> None:
    world.know(a_tenure(since="2025-06-01"))
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.links.add(a_link(ALICE))


@pytest.fixture
def plan_months(world: World, surroundings: Surroundings) -> PlanMonths:
    return PlanMonths(look=world.look, clock=surroundings.clock, rules=TEN_MONTHS)


class TestPlanningMonths:
    def test_spreads_what_was_invoiced_in_a_year(
        self, world: World, plan_months: PlanMonths
    ) -> None:
        world.know(
            an_invoice("F-1", issued="2025-11-20", period=("2025-06-10", "2025-11-10")),
            an_invoice("F-2", issued="2026-05-20", total=8_005),
            an_invoice("F-3", issued="2026-11-20", total=12_000),
        )

        plan = plan_months(holder=ALICE, contract=CONTRACT, debit_day=15)

        assert plan.base == Money(20_005)
        assert [each.amount.cents for each in plan.instalments] == [2000] * 9 + [2005]
        assert plan.instalments[0].on == date(2027, 1, 15)
        assert plan.settled_on == (date(2027, 12, 15),)

    def test_takes_credit_notes_off_and_leaves_out_what_was_cancelled(
        self, world: World, plan_months: PlanMonths
    ) -> None:
        world.know(
            an_invoice("F-1", total=20_000),
            an_invoice("F-2", total=-5_000, left=0, kind=InvoiceKind.CREDIT_NOTE),
            an_invoice("F-3", total=90_000, is_cancelled=True),
        )

        assert plan_months(holder=ALICE, contract=CONTRACT, debit_day=5).base == Money(15_000)

    def test_leaves_out_what_the_one_before_them_drew(
        self, world: World, plan_months: PlanMonths
    ) -> None:
        world.know(
            a_tenure(payer="R0041", since="2020-01-01", until="2026-08-31"),
            a_tenure(since="2026-09-01"),
            an_invoice("F-1", period=("2026-03-01", "2026-08-31"), total=70_000),
            an_invoice("F-2", period=("2026-09-01", "2026-10-31"), total=10_000),
        )
        with world.begin() as work:
            work.links.add(a_link(ALICE, payer="R0041"))

        assert plan_months(holder=ALICE, contract=CONTRACT, debit_day=5).base == Money(10_000)

    def test_is_for_those_who_may_see_the_contract(self, plan_months: PlanMonths) -> None:
        with pytest.raises(ContractNotFound):
            plan_months(holder=BOB, contract=CONTRACT, debit_day=5)

    def test_is_for_contracts_that_run(self, world: World, plan_months: PlanMonths) -> None:
        ended = attrs.evolve(a_tenure(), days=DayRange(date(2025, 6, 1), date(2026, 11, 1)))
        world.know(ended, an_invoice())

        with pytest.raises(ContractEnded):
            plan_months(holder=ALICE, contract=CONTRACT, debit_day=5)

    def test_says_which_days_are_offered(self, world: World, plan_months: PlanMonths) -> None:
        world.know(an_invoice())

        with pytest.raises(DayNotOffered) as refusal:
            plan_months(holder=ALICE, contract=CONTRACT, debit_day=12)

        assert refusal.value.days == (5, 10, 15)

    def test_needs_a_year_of_water_or_part_of_it(self, plan_months: PlanMonths) -> None:
        with pytest.raises(NothingToSpread):
            plan_months(holder=ALICE, contract=CONTRACT, debit_day=5)
