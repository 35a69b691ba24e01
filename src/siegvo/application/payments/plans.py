"""The monthly plans of a contract: the one in force, and the one agreed to."""

from collections.abc import Iterable
from datetime import date
from typing import Self

import attrs

from siegvo.application.readers.invoices import KnownInvoice
from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.agreed_plan import agreed_plan, plan_of_year
from siegvo.domain.payments.change import PaymentChange
from siegvo.domain.payments.monthly_plan import DayNotOffered, MonthlyPlan, NothingToSpread
from siegvo.domain.payments.plan_rules import PlanRules


@attrs.frozen(kw_only=True)
class Plans:
    """What plans are made of: the rules, and what was invoiced to the payer, by day."""

    rules: PlanRules
    invoiced: tuple[tuple[date, Money], ...]

    @classmethod
    def of(cls, rules: PlanRules, invoices: Iterable[KnownInvoice]) -> Self:
        standing = (each.invoice for each in invoices if not each.invoice.is_cancelled)
        return cls(rules=rules, invoiced=tuple((each.issued_on, each.total) for each in standing))

    def agreed(self, change: PaymentChange | None) -> MonthlyPlan | None:
        """Return the schedule that was shown before `change` was agreed to, if it has one."""
        if change is None or change.debit_day is None:
            return None
        try:
            return agreed_plan(
                self.rules,
                invoiced=self.invoiced,
                debit_day=change.debit_day,
                agreed_on=change.asked_on,
            )
        except (DayNotOffered, NothingToSpread):
            return None

    def in_force(self, change: PaymentChange | None, *, today: date) -> MonthlyPlan | None:
        """Return the schedule that runs `today`, or the next; nothing when there is none."""
        plans = (self._of_year(change, year) for year in (today.year, today.year + 1))
        running = (plan for plan in plans if plan and plan.instalments[-1].on >= today)
        return next(running, None)

    def _of_year(self, change: PaymentChange | None, year: int) -> MonthlyPlan | None:
        if change is None or change.debit_day is None:
            return None
        try:
            return plan_of_year(
                self.rules,
                invoiced=self.invoiced,
                debit_day=change.debit_day,
                agreed_on=change.asked_on,
                year=year,
            )
        except (DayNotOffered, NothingToSpread):
            return None
