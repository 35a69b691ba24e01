"""Where what the billing system says is kept."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Protocol

import attrs

from siegvo.application.repositories.billing_intake import BillingIntake
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import Payer, PayerCode
from siegvo.domain.contracts.succession import Succession
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.reading import Reading
from siegvo.domain.metering.sent_reading import SentReading
from siegvo.domain.policy import KEY_ENOUGH_BITS
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen
class KnownTenure:
    """A tenure, and the keyed hash of the key that proves it.

    `retired` are those of the keys it had and that staff took back.
    """

    tenure: Tenure
    key_hash: str = attrs.field(repr=False)
    key_bits: int = KEY_ENOUGH_BITS
    retired: tuple[str, ...] = attrs.field(default=(), repr=False)


@attrs.frozen(kw_only=True)
class ContractChange:
    """What a contract and its tenures become, and the keys of the current one."""

    succession: Succession
    key_hash: str = attrs.field(repr=False)
    key_bits: int = KEY_ENOUGH_BITS
    retired: tuple[str, ...] = attrs.field(default=(), repr=False)


class ContractIntake(Protocol):
    def count(self) -> int:
        """Return how many contracts are known."""

    def holders(
        self, numbers: Collection[ContractNumber]
    ) -> Mapping[ContractNumber, tuple[PayerCode, date]]:
        """Return who holds each contract that is known, and since when, as far as is known."""

    def histories(
        self, numbers: Collection[ContractNumber]
    ) -> Mapping[ContractNumber, Sequence[KnownTenure]]:
        """Return the tenures of each contract that is known, the oldest first."""

    def payers(self, codes: Collection[PayerCode]) -> Mapping[PayerCode, Payer]:
        """Return those payers that are known."""

    def keep_payers(self, payers: Sequence[Payer]) -> None:
        """Keep payers, whether they are known or not."""

    def keep(self, changes: Sequence[ContractChange]) -> None:
        """Keep what contracts became, each at most once; their payers are known."""


class MeterIntake(Protocol):
    def contracts(self, numbers: Collection[ContractNumber]) -> Collection[ContractNumber]:
        """Return those contracts that are known."""

    def meters(self, serials: Collection[str]) -> Mapping[str, Meter]:
        """Return those meters that are known, without their readings."""

    def keep(self, meters: Sequence[Meter]) -> None:
        """Keep meters, whether they are known or not; their contracts are known."""


@attrs.frozen
class MaybeShown:
    """A reading that was sent, and one of the billing system's that may answer it."""

    sent: SentReading
    reading: Reading


class ReadingIntake(Protocol):
    def maybe_shown(self, *, beyond: RequestReference | None) -> Sequence[MaybeShown]:
        """Return some readings that were sent and may be in the books by now.

        They await the billing system, which knows one of the same meter on the same day, or
        with the same index.  In the order of their references, all `beyond` one; nothing
        when there are no more.
        """


class Intake(Protocol):
    """What only the files of the billing system may change."""

    @property
    def contracts(self) -> ContractIntake: ...

    @property
    def meters(self) -> MeterIntake: ...

    @property
    def readings(self) -> ReadingIntake: ...

    @property
    def billing(self) -> BillingIntake: ...
