"""Accounts that move to another mailbox, in SQL."""

from datetime import datetime
from typing import Any

import attrs
from sqlalchemy import Connection, Row, delete, insert, select, update

from siegvo.adapters.sql.tables.address_changes import address_changes
from siegvo.application.repositories.address_changes import AddressChangeNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.address_change import AddressChange, AddressChangeId
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen
class SqlAddressChanges:
    """`AddressChanges`, in the table of that name."""

    connection: Connection

    def add(self, change: AddressChange) -> None:
        self.connection.execute(
            delete(address_changes).where(
                address_changes.c.account == change.account,
                address_changes.c.confirmed_at.is_(None),
            )
        )
        self.connection.execute(insert(address_changes).values(_change_row(change)))

    def of(self, change: AddressChangeId) -> AddressChange:
        row = self.connection.execute(
            select(address_changes).where(address_changes.c.id == change)
        ).one_or_none()
        if row is None:
            raise AddressChangeNotFound
        return _change(row)

    def save(self, change: AddressChange) -> None:
        stored = self.connection.execute(
            update(address_changes)
            .where(address_changes.c.id == change.id)
            .values(confirmed_at=change.confirmed_at)
        )
        if not stored.rowcount:
            raise AddressChangeNotFound

    def forget(self, account: AccountId) -> None:
        self.connection.execute(delete(address_changes).where(address_changes.c.account == account))

    def forget_older_than(self, moment: datetime) -> int:
        return self.connection.execute(
            delete(address_changes).where(address_changes.c.asked_at < moment)
        ).rowcount


def _change(row: Row[Any]) -> AddressChange:
    return AddressChange(
        id=AddressChangeId(row.id),
        account=AccountId(row.account),
        old=EmailAddress(row.old_email),
        new=EmailAddress(row.new_email),
        asked_at=row.asked_at,
        confirmed_at=row.confirmed_at,
    )


def _change_row(change: AddressChange) -> dict[str, object]:
    return {
        "id": change.id,
        "account": change.account,
        "old_email": change.old.text,
        "new_email": change.new.text,
        "asked_at": change.asked_at,
        "confirmed_at": change.confirmed_at,
    }
