"""The end of a monthly plan: what was debited, held against what was used."""

from enum import StrEnum

import attrs

from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.plan_rules import PlanRules


class Outcome(StrEnum):
    EVEN = "even"
    DEBITED = "debited"
    """The rest is debited."""
    REFUNDED = "refunded"
    """What was too much goes back to the account it came from."""
    CARRIED_OVER = "carried_over"
    """What was too much is taken off the next year."""


@attrs.frozen(kw_only=True)
class Settlement:
    """What becomes of the difference; `amount` is never below zero."""

    outcome: Outcome
    amount: Money


def settle(rules: PlanRules, *, debited: Money, invoiced: Money) -> Settlement:
    """Hold the instalments that were `debited` against what was `invoiced` for the same water."""
    rest = invoiced - debited
    if not rest:
        return Settlement(outcome=Outcome.EVEN, amount=rest)
    if rest > Money.zero():
        return Settlement(outcome=Outcome.DEBITED, amount=rest)
    is_worth_it = -rest >= rules.refund_from
    outcome = Outcome.REFUNDED if is_worth_it else Outcome.CARRIED_OVER
    return Settlement(outcome=outcome, amount=-rest)
