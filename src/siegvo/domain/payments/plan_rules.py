"""How a service spreads a year of water over months: every service has its own way."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Final

import attrs
from attrs.validators import and_, deep_iterable, ge, le, min_len, optional

from siegvo.domain.kernel.money import Money
from siegvo.domain.kernel.months import months_after

DECEMBER: Final = 12
_LATEST_DAY: Final = 28
_OF_A_YEAR: Final = 12
"""The last day that every month has."""

_month: Final = and_(ge(1), le(DECEMBER))


class Base(StrEnum):
    """What a year of instalments is made of."""

    LAST_YEAR = "last_year"
    """All that was invoiced in the twelve months before."""
    LAST_TWO_INVOICES = "last_two_invoices"
    """The last two invoices, however long they lie apart."""


class OddCents(StrEnum):
    """Which instalment takes what does not divide."""

    FIRST = "first"
    LAST = "last"


class Latecomer(StrEnum):
    """What somebody pays who joins when some instalments of a cycle have passed."""

    THEIR_PART = "their_part"
    """As many parts as are left; the settlement takes the others."""
    EVERYTHING = "everything"
    """The whole, in the months that are left."""


@attrs.frozen(kw_only=True)
class Cycle:
    """Instalments in `months`, then the real invoice in the month `settled_in`, if there is one.

    Months are numbered from 1 to 12, all within one year.
    """

    months: tuple[int, ...] = attrs.field(validator=and_(min_len(1), deep_iterable(_month)))
    settled_in: int | None = attrs.field(default=None, validator=optional(_month))

    def __attrs_post_init__(self) -> None:
        settled_in = () if self.settled_in is None else (self.settled_in,)
        if any(later <= earlier for earlier, later in pairwise((*self.months, *settled_in))):
            message = "the months of a cycle follow one another, its settlement last"
            raise ValueError(message)


@attrs.frozen(kw_only=True)
class PlanRules:
    """The monthly plan of one service.

    The year is shared evenly among `cycles`, each cycle among its months.  Instalments fall on
    the one of `days` that the subscriber chose, and are multiples of `rounded_to` but for the
    one that takes what does not divide; none is less than `least`.  Amount and day of a
    debit are told `notice_days` ahead: 14, unless agreed otherwise (SEPA Core rulebook).
    Credits of less than `refund_from` wait for the next year.
    """

    cycles: tuple[Cycle, ...] = attrs.field(validator=min_len(1))
    days: tuple[int, ...] = attrs.field(
        validator=and_(min_len(1), deep_iterable(and_(ge(1), le(_LATEST_DAY))))
    )
    base: Base = Base.LAST_YEAR
    odd_cents: OddCents = OddCents.LAST
    rounded_to: Money = attrs.field(default=Money(1), validator=ge(Money(1)))
    latecomer: Latecomer = Latecomer.THEIR_PART
    least: Money = attrs.field(default=Money(500))
    fewest: int = attrs.field(default=2, validator=ge(1))
    notice_days: int = attrs.field(default=14, validator=ge(0))
    refund_from: Money = attrs.field(default=Money(1500))

    def __attrs_post_init__(self) -> None:
        months = [month for cycle in self.cycles for month in cycle.months]
        if any(later <= earlier for earlier, later in pairwise(months)):
            message = "cycles follow one another"
            raise ValueError(message)

    def base_of(self, invoiced: Iterable[tuple[date, Money]], *, today: date) -> Money:
        """Return a year of water from what was invoiced: the days, the amounts including tax.

        Credit notes count, below zero; a year is never less than nothing.
        """
        past = sorted(each for each in invoiced if each[0] <= today)
        if self.base is Base.LAST_YEAR:
            counted = [amount for day, amount in past if day > months_after(today, -_OF_A_YEAR)]
        else:
            counted = [amount for _, amount in past[-2:]]
        return max(Money(sum(amount.cents for amount in counted)), Money.zero())


TEN_MONTHS: Final = PlanRules(
    cycles=(Cycle(months=tuple(range(1, 11)), settled_in=DECEMBER),), days=(5, 10, 15)
)
"""Ten instalments from January to October, settled in December: the commonest plan."""
