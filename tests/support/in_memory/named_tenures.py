"""Tenures with the names of their payers, in memory."""

import attrs

from siegvo.application.readers.named_tenures import NamedTenure
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import Tenure
from tests.support.in_memory.contracts import InMemoryTenures


@attrs.frozen
class InMemoryNamedTenures:
    tenures: InMemoryTenures

    def held_by(self, holder: AccountId, number: ContractNumber) -> NamedTenure:
        return self._named(self.tenures.held_by(holder, number))

    def of(self, number: ContractNumber) -> tuple[NamedTenure, ...]:
        theirs = (each for each in self.tenures.kept.values() if each.contract == number)
        oldest_first = sorted(theirs, key=lambda each: (each.days.first, each.payer))
        return tuple(map(self._named, oldest_first))

    def _named(self, tenure: Tenure) -> NamedTenure:
        payer = self.tenures.payers[tenure.payer]
        return NamedTenure(tenure=tenure, payer_name=payer.name, payer_address=payer.address)
