"""Known devices, in memory."""

from datetime import datetime

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.device import Device


@attrs.define
class InMemoryDevices:
    kept: dict[tuple[AccountId, str], Device] = attrs.Factory(dict)

    def of(self, account: AccountId, fingerprint: str) -> Device | None:
        return self.kept.get((account, fingerprint))

    def are_known(self, account: AccountId) -> bool:
        return any(each.account == account for each in self.kept.values())

    def met_since(self, account: AccountId, moment: datetime) -> bool:
        return any(
            each.account == account and each.first_seen_at >= moment for each in self.kept.values()
        )

    def keep(self, device: Device) -> None:
        known = self.of(device.account, device.fingerprint)
        first = known.first_seen_at if known else device.first_seen_at
        self.kept[device.account, device.fingerprint] = attrs.evolve(device, first_seen_at=first)

    def forget(self, account: AccountId, fingerprint: str) -> None:
        self.kept.pop((account, fingerprint), None)

    def forget_all(self, account: AccountId, *, but: str | None = None) -> int:
        return self._forget(
            [
                each
                for each in self.kept.values()
                if each.account == account and each.fingerprint != but
            ]
        )

    def forget_unseen_since(self, moment: datetime) -> int:
        return self._forget([each for each in self.kept.values() if each.last_seen_at < moment])

    def _forget(self, devices: list[Device]) -> int:
        for each in devices:
            del self.kept[each.account, each.fingerprint]
        return len(devices)
