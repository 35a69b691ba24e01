"""Where meters, and the readings subscribers send, are kept."""

from datetime import date
from typing import Protocol

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.errors import NotFound
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.sent_reading import SentReading
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen
class SentReadingNotFound(NotFound):
    reference: RequestReference


class Meters(Protocol):
    """The meters the billing system told us of; only an import changes them."""

    def serving(self, contract: ContractNumber) -> tuple[Meter, ...]:
        """Return every meter the contract has or had, the oldest first, with its readings."""


class SentReadings(Protocol):
    """What subscribers sent, and what became of it."""

    def add(self, reading: SentReading) -> None: ...

    def of(self, reference: RequestReference) -> SentReading:
        """Return one.

        Raises:
            SentReadingNotFound: no reading bears this reference.
        """

    def save(self, reading: SentReading) -> None: ...

    def awaited_on(self, serial: str) -> tuple[SentReading, ...]:
        """Return those of a meter that the billing system has not yet shown or refused."""

    def awaited_by(self, account: AccountId, contract: ContractNumber) -> tuple[SentReading, ...]:
        """Return those an account sent for a contract, not yet shown, refused or replaced."""

    def to_export(self, since: date | None) -> tuple[SentReading, ...]:
        """Return those accepted that have not left yet, and those that left since that day."""
