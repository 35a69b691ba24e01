"""Accounts that move to another mailbox, in memory."""

from datetime import datetime

import attrs

from siegvo.application.repositories.address_changes import AddressChangeNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.address_change import AddressChange, AddressChangeId


@attrs.define
class InMemoryAddressChanges:
    kept: dict[AddressChangeId, AddressChange] = attrs.Factory(dict)

    def add(self, change: AddressChange) -> None:
        self._keep(
            [
                each
                for each in self.kept.values()
                if each.account != change.account or each.is_confirmed
            ]
        )
        self.kept[change.id] = change

    def of(self, change: AddressChangeId) -> AddressChange:
        if change not in self.kept:
            raise AddressChangeNotFound
        return self.kept[change]

    def save(self, change: AddressChange) -> None:
        self.kept[change.id] = attrs.evolve(self.of(change.id), confirmed_at=change.confirmed_at)

    def forget(self, account: AccountId) -> None:
        self._keep([each for each in self.kept.values() if each.account != account])

    def forget_older_than(self, moment: datetime) -> int:
        return self._keep([each for each in self.kept.values() if each.asked_at >= moment])

    def _keep(self, changes: list[AddressChange]) -> int:
        forgotten = len(self.kept) - len(changes)
        self.kept = {each.id: each for each in changes}
        return forgotten
