"""A year of water, paid month by month."""

from collections.abc import Sequence
from datetime import date, timedelta

import attrs

from siegvo.domain.errors import Refused
from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.plan_rules import DECEMBER, Cycle, Latecomer, OddCents, PlanRules


@attrs.frozen(kw_only=True)
class DayNotOffered(Refused):
    """Debits fall on one of `days`."""

    day: int
    days: tuple[int, ...]


@attrs.frozen(kw_only=True)
class NothingToSpread(Refused):
    """Nothing was invoiced to make instalments of, or so little that they would be tiny."""

    least: Money


@attrs.frozen(kw_only=True)
class PlanTooLate(Refused):
    """Too few instalments are left in this year; `next_year` has them all."""

    next_year: int


@attrs.frozen(kw_only=True)
class Instalment:
    """So much, on that day."""

    on: date
    amount: Money


@attrs.frozen(kw_only=True)
class MonthlyPlan:
    """What is debited when, within one year, and when real invoices settle it.

    `base` is the year of water it was made of.
    """

    base: Money
    instalments: tuple[Instalment, ...] = attrs.field(validator=attrs.validators.min_len(1))
    settled_on: tuple[date, ...] = ()

    @property
    def total(self) -> Money:
        return _sum(self.instalments)

    @property
    def left_to_settle(self) -> Money:
        """What the instalments leave of the base, for whoever joined late."""
        return self.base - self.total

    def next_after(self, day: date) -> Instalment | None:
        """Return the first instalment after `day`; nothing when there are no more."""
        return next((each for each in self.instalments if each.on > day), None)


def plan_year(
    rules: PlanRules, *, base: Money, year: int, debit_day: int, joined_on: date
) -> MonthlyPlan:
    """Spread `base`, a year of water including tax, over the months of `year` still to come.

    Raises:
        DayNotOffered: nobody is debited on that day of the month.
        NothingToSpread: the instalments would be too small.
        PlanTooLate: too few of them are left.
    """
    if debit_day not in rules.days:
        raise DayNotOffered(day=debit_day, days=rules.days)
    told_by = joined_on + timedelta(days=rules.notice_days)
    shares = _divided(base, len(rules.cycles), rules)
    instalments = tuple(
        each
        for cycle, share in zip(rules.cycles, shares, strict=True)
        for each in _of_cycle(rules, cycle, share, date(year, 1, debit_day), told_by)
    )
    if len(instalments) < rules.fewest:
        raise PlanTooLate(next_year=max(year, joined_on.year) + 1)
    if min(each.amount for each in instalments) < rules.least:
        raise NothingToSpread(least=rules.least)
    return MonthlyPlan(
        base=base,
        instalments=instalments,
        settled_on=tuple(
            date(year, cycle.settled_in, debit_day)
            for cycle in rules.cycles
            if cycle.settled_in is not None
        ),
    )


def in_parts(rules: PlanRules, amount: Money, *, count: int, issued_on: date) -> MonthlyPlan:
    """Spread one invoice over `count` months that follow, on the first day offered.

    Raises:
        NothingToSpread: the parts would be too small.
        PlanTooLate: they would not all fall within its year.
    """
    day, told_by = min(rules.days), issued_on + timedelta(days=rules.notice_days)
    first = told_by.month + (told_by.day > day)
    if first + count - 1 > DECEMBER or told_by.year > issued_on.year:
        raise PlanTooLate(next_year=issued_on.year + 1)
    parts = _divided(amount, count, rules)
    if min(parts) < rules.least:
        raise NothingToSpread(least=rules.least)
    return MonthlyPlan(
        base=amount,
        instalments=tuple(
            Instalment(on=date(issued_on.year, first + rank, day), amount=part)
            for rank, part in enumerate(parts)
        ),
    )


def _of_cycle(
    rules: PlanRules, cycle: Cycle, share: Money, any_month: date, told_by: date
) -> Sequence[Instalment]:
    days = [any_month.replace(month=month) for month in cycle.months]
    left = [day for day in days if day >= told_by]
    if rules.latecomer is Latecomer.EVERYTHING and left:
        days = left
    parts = zip(days, _divided(share, len(days), rules), strict=True)
    return [Instalment(on=day, amount=part) for day, part in parts if day >= told_by]


def _divided(amount: Money, count: int, rules: PlanRules) -> list[Money]:
    """Cut `amount` into `count` parts that add up to it."""
    unit = rules.rounded_to.cents
    part = amount.cents // (count * unit) * unit
    parts = [Money(part)] * count
    taker = 0 if rules.odd_cents is OddCents.FIRST else -1
    parts[taker] = Money(amount.cents - part * (count - 1))
    return parts


def _sum(instalments: Sequence[Instalment]) -> Money:
    return Money(sum(each.amount.cents for each in instalments))
