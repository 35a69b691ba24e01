"""That a payer has a contract, or had one: a proof of address."""

from datetime import date
from enum import StrEnum
from typing import Self

import attrs

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.tenure import Tenure, TenureState
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.kernel.months import months_after
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.policy import ATTESTATION_LASTS_MONTHS


class AttestationStanding(StrEnum):
    """What an attestation of ours is worth when somebody checks it."""

    STANDS = "stands"
    ENDED = "ended"
    """It was so; the contract has ended since."""
    CORRECTED = "corrected"
    """The billing system has put right a name, an address or a day since."""


@attrs.frozen(kw_only=True)
class ContractNotBegun(Refused):
    """It runs for this payer from a day that is still to come: there is nothing to attest."""

    number: ContractNumber
    starts_on: date


@attrs.frozen
class AttestationExpired(Refused):
    """It is ours, and too old to be vouched for."""

    made_on: date


@attrs.frozen(kw_only=True)
class Attestation:
    """What is attested on a day: who, where, since when, and until when if it has ended.

    Nothing of water or money is in it.  `days.last` is absent while the contract runs.
    """

    contract: ContractNumber
    payer: PayerCode
    payer_name: str
    supply: PostalAddress
    days: DayRange
    made_on: date

    @classmethod
    def of(cls, tenure: Tenure, *, payer_name: str, on: date) -> Self:
        """Attest what is known of `tenure` on a day.

        Raises:
            ContractNotBegun: it is not the payer's yet.
        """
        if tenure.days.first > on:
            raise ContractNotBegun(number=tenure.contract, starts_on=tenure.days.first)
        has_ended = tenure.state_on(on) is TenureState.ENDED
        return cls(
            contract=tenure.contract,
            payer=tenure.payer,
            payer_name=payer_name,
            supply=tenure.supply,
            days=tenure.days if has_ended else DayRange(tenure.days.first),
            made_on=on,
        )

    @property
    def still_running(self) -> Self:
        """Return what was attested if nobody knew yet that the contract had ended."""
        return attrs.evolve(self, days=DayRange(self.days.first))

    def standing_beside(self, tenure: Tenure, *, on: date) -> AttestationStanding:
        """Say whether what was attested of this tenure is still so on a day."""
        runs_no_more = tenure.state_on(on) is TenureState.ENDED
        if runs_no_more and self.days.last is None:
            return AttestationStanding.ENDED
        return AttestationStanding.STANDS


@attrs.frozen(kw_only=True)
class CheckedAttestation:
    """What a paper of ours says, and what it is worth; `said` is absent when it was corrected."""

    made_on: date
    standing: AttestationStanding
    said: Attestation | None = None


def expires_after(made_on: date) -> date:
    """Return the last day an attestation is vouched for: the same day, three months later."""
    return months_after(made_on, ATTESTATION_LASTS_MONTHS)
