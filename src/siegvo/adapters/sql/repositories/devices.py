"""Known devices in SQL."""

from datetime import datetime

import attrs
from sqlalchemy import Connection, delete, exists, select
from sqlalchemy.dialects.postgresql import insert

from siegvo.adapters.sql.tables.accounts import devices
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.device import Device


@attrs.frozen
class SqlDevices:
    """`Devices`, in the table of that name."""

    connection: Connection

    def of(self, account: AccountId, fingerprint: str) -> Device | None:
        row = self.connection.execute(
            select(devices).where(
                devices.c.fingerprint == fingerprint, devices.c.account == account
            )
        ).one_or_none()
        if row is None:
            return None
        return Device(
            fingerprint=row.fingerprint,
            account=AccountId(row.account),
            name=row.name,
            first_seen_at=row.first_seen_at,
            last_seen_at=row.last_seen_at,
        )

    def are_known(self, account: AccountId) -> bool:
        return bool(self.connection.scalar(select(exists().where(devices.c.account == account))))

    def met_since(self, account: AccountId, moment: datetime) -> bool:
        met = exists().where(devices.c.account == account, devices.c.first_seen_at >= moment)
        return bool(self.connection.scalar(select(met)))

    def keep(self, device: Device) -> None:
        self.connection.execute(
            insert(devices)
            .values(attrs.asdict(device))
            .on_conflict_do_update(
                index_elements=[devices.c.fingerprint, devices.c.account],
                set_={"name": device.name, "last_seen_at": device.last_seen_at},
            )
        )

    def forget(self, account: AccountId, fingerprint: str) -> None:
        self.connection.execute(
            delete(devices).where(
                devices.c.fingerprint == fingerprint, devices.c.account == account
            )
        )

    def forget_all(self, account: AccountId, *, but: str | None = None) -> int:
        return self.connection.execute(
            delete(devices).where(
                devices.c.account == account, devices.c.fingerprint != (but or "")
            )
        ).rowcount

    def forget_unseen_since(self, moment: datetime) -> int:
        return self.connection.execute(
            delete(devices).where(devices.c.last_seen_at < moment)
        ).rowcount
