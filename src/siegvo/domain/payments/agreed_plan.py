"""The plans of somebody who pays by the month, year after year."""

from collections.abc import Collection
from datetime import date, timedelta

from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.monthly_plan import MonthlyPlan, PlanTooLate, plan_year
from siegvo.domain.payments.plan_rules import PlanRules

Invoiced = Collection[tuple[date, Money]]
"""The days on which invoices were issued, and their amounts including tax."""


def agreed_plan(
    rules: PlanRules, *, invoiced: Invoiced, debit_day: int, agreed_on: date
) -> MonthlyPlan:
    """Return what begins when somebody agrees on a day: this year's, or all of next year's.

    It is made of what was `invoiced` until that day, and of nothing later: whoever works it
    out afterwards finds the same.

    Raises:
        DayNotOffered: nobody is debited on that day of the month.
        NothingToSpread: the instalments would be too small.
    """
    base = rules.base_of(invoiced, today=agreed_on)
    try:
        return plan_year(
            rules, base=base, year=agreed_on.year, debit_day=debit_day, joined_on=agreed_on
        )
    except PlanTooLate as late:
        return plan_year(
            rules, base=base, year=late.next_year, debit_day=debit_day, joined_on=agreed_on
        )


def plan_of_year(
    rules: PlanRules, *, invoiced: Invoiced, debit_day: int, agreed_on: date, year: int
) -> MonthlyPlan | None:
    """Return what is debited in `year` from somebody who agreed on a day; nothing before that.

    The first plan is the one agreed to; each later one is made of what was invoiced until it
    has to be told, just before its year begins.

    Raises:
        DayNotOffered: nobody is debited on that day of the month any more.
        NothingToSpread: the instalments would be too small.
    """
    first = agreed_plan(rules, invoiced=invoiced, debit_day=debit_day, agreed_on=agreed_on)
    begun_in = first.instalments[0].on.year
    if year <= begun_in:
        return first if year == begun_in else None
    told_on = date(year, 1, 1) - timedelta(days=rules.notice_days)
    base = rules.base_of(invoiced, today=told_on)
    return plan_year(rules, base=base, year=year, debit_day=debit_day, joined_on=told_on)
