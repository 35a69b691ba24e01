"""Where the devices that accounts are opened on are kept."""

from datetime import datetime
from typing import Protocol

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.device import Device


class Devices(Protocol):
    """One browser may be known to several accounts, each on its own."""

    def of(self, account: AccountId, fingerprint: str) -> Device | None: ...

    def are_known(self, account: AccountId) -> bool:
        """Say whether an account is known to use any device at all."""

    def met_since(self, account: AccountId, moment: datetime) -> bool:
        """Say whether an account was opened on a device for the first time since `moment`."""

    def keep(self, device: Device) -> None:
        """Keep a device; of one known before, its name and when it was last seen."""

    def forget(self, account: AccountId, fingerprint: str) -> None:
        """Take a device for a stranger's from now on."""

    def forget_all(self, account: AccountId, *, but: str | None = None) -> int:
        """Forget every device of an account, `but` perhaps one; return how many."""

    def forget_unseen_since(self, moment: datetime) -> int:
        """Forget the devices that were last used before `moment`; return how many."""
