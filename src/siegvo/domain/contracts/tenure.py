"""Which payer a contract belongs to, from when until when."""

from datetime import date
from enum import StrEnum

import attrs

from siegvo.domain.contracts.category import Category
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.kernel.postal_address import PostalAddress


class TenureState(StrEnum):
    OPEN = "open"
    SUSPENDED = "suspended"
    ENDED = "ended"


@attrs.frozen(kw_only=True)
class ContractEnded(Refused):
    """It no longer runs for this payer: nothing can be asked of it but to be read and paid."""

    number: ContractNumber
    ended_on: date


@attrs.frozen(kw_only=True)
class Tenure:
    """A contract in the hands of one payer: all that this payer may know of it.

    When somebody else takes the contract over, a new tenure begins; each payer
    keeps their own period and never sees the other's.
    """

    contract: ContractNumber
    payer: PayerCode
    supply: PostalAddress
    days: DayRange
    category: Category
    payment_mode: PaymentMode
    has_e_invoice: bool
    is_suspended: bool = False
    occupant: str | None = None
    masked_iban: str | None = None

    def state_on(self, day: date) -> TenureState:
        """Say how the contract stands for this payer on `day`."""
        if self.days.last is not None and self.days.last < day:
            return TenureState.ENDED
        return TenureState.SUSPENDED if self.is_suspended else TenureState.OPEN

    def check_runs_on(self, day: date) -> None:
        """Let pass a contract that still runs on `day`, suspended or not.

        Raises:
            ContractEnded: it does not.
        """
        if self.days.last is not None and self.days.last < day:
            raise ContractEnded(number=self.contract, ended_on=self.days.last)
