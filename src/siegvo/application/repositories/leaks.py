"""Where it is kept who was told of an abnormal consumption."""

from datetime import date
from typing import Protocol

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.metering.leak_notice import LeakNotice


class LeakNotices(Protocol):
    """Notices of abnormal consumption, one for each reading that closes one.

    A claim whose request was cancelled is none.
    """

    def add(self, notice: LeakNotice) -> bool:
        """Keep a notice and say whether it is new; telling it twice is telling it once.

        Of two transactions that tell it at the same time, one is told it is new.
        """

    def told_until(self, serial: str) -> date | None:
        """Return the last day of what was told of a meter, whoever the payer was."""

    def of(self, contract: ContractNumber, payer: PayerCode) -> tuple[LeakNotice, ...]:
        """Return what a payer was told of a contract, the newest first."""

    def save(self, notice: LeakNotice) -> None:
        """Keep the claim that was made."""
