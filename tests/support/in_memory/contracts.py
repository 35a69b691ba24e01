"""Payers, tenures and links, in memory."""

from collections.abc import Iterable
from datetime import date

import attrs

from siegvo.application.repositories.contracts import ContractNotFound, Lock, PayerNotLinked
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.link import Link
from siegvo.domain.contracts.payer import Payer, PayerCode
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.policy import KEY_ENOUGH_BITS

TenureKey = tuple[ContractNumber, PayerCode, date]


@attrs.define
class InMemoryLinks:
    kept: dict[tuple[AccountId, PayerCode], Link] = attrs.Factory(dict)

    def add(self, link: Link) -> bool:
        is_new = (link.account, link.payer) not in self.kept
        self.kept.setdefault((link.account, link.payer), link)
        return is_new

    def hold(self, payer: PayerCode) -> None:
        """Do nothing: there is one transaction at a time."""

    def remove(self, account: AccountId, payer: PayerCode) -> Link:
        if (account, payer) not in self.kept:
            raise PayerNotLinked(payer)
        return self.kept.pop((account, payer))

    def of(self, account: AccountId) -> tuple[Link, ...]:
        theirs = (each for each in self.kept.values() if each.account == account)
        return tuple(sorted(theirs, key=lambda each: (each.linked_at, each.payer)))

    def forget(self, account: AccountId) -> None:
        self.kept = {key: each for key, each in self.kept.items() if each.account != account}

    def accounts_of(self, payer: PayerCode) -> tuple[AccountId, ...]:
        theirs = (each for each in self.kept.values() if each.payer == payer)
        oldest_first = sorted(theirs, key=lambda each: (each.linked_at, each.account))
        return tuple(each.account for each in oldest_first)


@attrs.define
class InMemoryTenures:
    links: InMemoryLinks
    payers: dict[PayerCode, Payer] = attrs.Factory(dict)
    kept: dict[TenureKey, Tenure] = attrs.Factory(dict)
    locks: dict[TenureKey, Lock] = attrs.Factory(dict)
    retired: dict[TenureKey, tuple[str, ...]] = attrs.Factory(dict)

    def learn(
        self,
        tenure: Tenure,
        *,
        key_hash: str,
        key_bits: int = KEY_ENOUGH_BITS,
        retired: tuple[str, ...] = (),
    ) -> None:
        self.kept[key_of(tenure)] = tenure
        self.locks[key_of(tenure)] = Lock(tenure.payer, key_hash, key_bits)
        self.retired[key_of(tenure)] = retired

    def unlearn(self, tenure: Tenure) -> None:
        del self.kept[key_of(tenure)], self.locks[key_of(tenure)]
        del self.retired[key_of(tenure)]

    def renew_key(
        self, number: ContractNumber, payer: PayerCode, *, key_hash: str, key_bits: int
    ) -> None:
        theirs = [key for key in self.kept if key[:2] == (number, payer)]
        gone = {each for key in theirs for each in (self.locks[key].key_hash, *self.retired[key])}
        for key in theirs:
            self.locks[key] = Lock(payer, key_hash, key_bits)
            self.retired[key] = tuple(sorted(gone))

    def held_by(self, holder: AccountId, number: ContractNumber) -> Tenure:
        theirs = [each for each in self.seen_by(holder) if each.contract == number]
        if not theirs:
            raise ContractNotFound(number)
        return theirs[-1]

    def of_payer(self, payer: PayerCode) -> tuple[Tenure, ...]:
        theirs = _oldest_first(each for each in self.kept.values() if each.payer == payer)
        latest = {each.contract: each for each in theirs}
        return tuple(latest[number] for number in sorted(latest))

    def locks_of(self, number: ContractNumber) -> tuple[Lock, ...]:
        theirs = {lock for (contract, _, _), lock in self.locks.items() if contract == number}
        return tuple(sorted(theirs, key=lambda each: (each.payer, each.key_hash)))

    def seen_by(self, holder: AccountId) -> list[Tenure]:
        payers = {link.payer for link in self.links.of(holder)}
        return _oldest_first(each for each in self.kept.values() if each.payer in payers)


def key_of(tenure: Tenure) -> TenureKey:
    return tenure.contract, tenure.payer, tenure.days.first


def _oldest_first(tenures: Iterable[Tenure]) -> list[Tenure]:
    by_payer = sorted(tenures, key=lambda each: each.payer, reverse=True)
    return sorted(by_payer, key=lambda each: each.days.first)
