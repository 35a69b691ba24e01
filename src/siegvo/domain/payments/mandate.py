"""The right to debit somebody's account (SEPA Core Direct Debit Rulebook)."""

import re
from datetime import date, datetime
from enum import StrEnum
from typing import Final, Protocol, Self
from zoneinfo import ZoneInfo

import attrs

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.errors import Invalid, Refused
from siegvo.domain.kernel.months import months_after
from siegvo.domain.payments.bank_details import BankDetails
from siegvo.domain.policy import MANDATE_LAPSES_AFTER_MONTHS

_SHAPE: Final = r"[A-Z0-9](?:[A-Z0-9-]{0,33}[A-Z0-9])?"
_PARIS: Final = ZoneInfo("Europe/Paris")


@attrs.frozen
class InvalidMandateReference(Invalid):
    given: str


@attrs.frozen(order=True)
class MandateReference:
    """The unique reference of a mandate (RUM): 1 to 35 capitals, digits and dashes."""

    text: str = attrs.field(validator=attrs.validators.matches_re(_SHAPE))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read one as staff type it.

        Raises:
            InvalidMandateReference: it is none.
        """
        reference = text.strip().upper()
        if not re.fullmatch(_SHAPE, reference):
            raise InvalidMandateReference(text)
        return cls(reference)

    @classmethod
    def made_of(cls, contract: ContractNumber, *, on: date, salt: str) -> Self:
        """Make one: the contract, the day, and eight signs that make it the only one."""
        return cls(f"{contract}-{on:%Y%m%d}-{salt[:8].upper()}")

    def __str__(self) -> str:
        return self.text


class MandateState(StrEnum):
    SIGNED = "signed"
    """Consented to; the billing system does not show it yet."""
    ACTIVE = "active"
    REPLACED = "replaced"
    REVOKED = "revoked"
    LAPSED = "lapsed"
    """Nothing was debited for 36 months."""


@attrs.frozen(kw_only=True)
class MandateEnded(Refused):
    """It serves no more."""

    reference: MandateReference
    state: MandateState


@attrs.frozen(kw_only=True)
class Evidence:
    """What proves the consent: who, when, from where, on what, to which text.

    The password was given again for it.  `origin` is a network, not an address.
    """

    account: str
    at: datetime
    origin: str
    device: str
    text: str


class Life(Protocol):
    """What became of a mandate, whether or not one can read whose account it is of."""

    @property
    def evidence(self) -> Evidence: ...

    @property
    def activated_on(self) -> date | None: ...

    @property
    def last_collected_on(self) -> date | None: ...

    @property
    def ended_on(self) -> date | None: ...

    @property
    def was_replaced(self) -> bool: ...


def state_of(mandate: Life, day: date) -> MandateState:
    """Say what a mandate is worth on `day`."""
    if mandate.was_replaced:
        return MandateState.REPLACED
    if (mandate.ended_on or day) > lapse_of(mandate):
        return MandateState.LAPSED
    if mandate.ended_on is not None:
        return MandateState.REVOKED
    return MandateState.SIGNED if mandate.activated_on is None else MandateState.ACTIVE


def lapse_of(mandate: Life) -> date:
    """Return the last day a mandate serves if nothing is debited until then."""
    signed_on = mandate.evidence.at.astimezone(_PARIS).date()
    used = mandate.last_collected_on or mandate.activated_on or signed_on
    return months_after(used, MANDATE_LAPSES_AFTER_MONTHS)


@attrs.frozen(kw_only=True)
class Mandate:
    """A payer lets the utility debit an account for a contract."""

    reference: MandateReference
    contract: ContractNumber
    payer: PayerCode
    details: BankDetails
    evidence: Evidence
    activated_on: date | None = None
    first_collected_on: date | None = None
    last_collected_on: date | None = None
    ended_on: date | None = None
    was_replaced: bool = False

    def state_on(self, day: date) -> MandateState:
        """Say what it is worth on `day`."""
        return state_of(self, day)

    @property
    def lapses_on(self) -> date:
        """The last day it serves if nothing is debited until then."""
        return lapse_of(self)

    def activate(self, *, on: date) -> Self:
        """Return it as the billing system shows it.

        Raises:
            MandateEnded: it serves no more.
        """
        self._check_serves(on)
        return attrs.evolve(self, activated_on=self.activated_on or on)

    def collect(self, *, on: date) -> Self:
        """Return it once a debit was asked for under it.

        Raises:
            MandateEnded: it serves no more.
        """
        self._check_serves(on)
        return attrs.evolve(
            self,
            first_collected_on=self.first_collected_on or on,
            last_collected_on=max(self.last_collected_on or on, on),
        )

    def replace(self, *, on: date) -> Self:
        """Return it when another one takes its place: another account, another mandate.

        Raises:
            MandateEnded: it serves no more.
        """
        self._check_serves(on)
        return attrs.evolve(self, ended_on=on, was_replaced=True)

    def revoke(self, *, on: date) -> Self:
        """Return it taken back by whoever gave it, which they may at any time.

        Raises:
            MandateEnded: it serves no more.
        """
        self._check_serves(on)
        return attrs.evolve(self, ended_on=on)

    def _check_serves(self, day: date) -> None:
        state = self.state_on(day)
        if state not in {MandateState.SIGNED, MandateState.ACTIVE}:
            raise MandateEnded(reference=self.reference, state=state)
