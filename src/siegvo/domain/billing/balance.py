"""What is left to pay, and the day it was so."""

from datetime import date

import attrs

from siegvo.domain.kernel.money import Money


@attrs.frozen(kw_only=True)
class Balance:
    """An amount that was true at the end of a day in Paris; nobody knows what came since."""

    amount: Money
    as_of: date
