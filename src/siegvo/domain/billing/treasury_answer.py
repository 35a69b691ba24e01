"""What the treasury's payment service says became of an operation."""

from datetime import datetime
from enum import StrEnum

import attrs

from siegvo.domain.kernel.money import Money


class TreasuryResult(StrEnum):
    """What became of an operation that its payer has finished with."""

    PAID_BY_CARD = "paid_by_card"
    PAID_BY_DEBIT = "paid_by_debit"
    CARD_REFUSED = "card_refused"
    DEBIT_REFUSED = "debit_refused"
    ABANDONED = "abandoned"

    @property
    def is_paid(self) -> bool:
        return self in {TreasuryResult.PAID_BY_CARD, TreasuryResult.PAID_BY_DEBIT}


@attrs.frozen(kw_only=True)
class Transaction:
    """What the treasury knows of an operation that is over.

    It is told as it came: whether it is the operation that was asked for is to be checked
    (`reference`, `fiscal_year`, `amount`, `client`, `mode`) by whoever asked.
    """

    idop: str
    reference: str
    fiscal_year: int
    amount: Money
    client: str
    result: TreasuryResult
    at: datetime
    mode: str


@attrs.frozen
class NotKnownYet:
    """The payer has not finished, or never came (PayFiP's P5)."""


@attrs.frozen
class UnknownOperation:
    """No such operation: it lapsed and was cleared away, or never was (PayFiP's P1)."""


Answer = Transaction | NotKnownYet | UnknownOperation
