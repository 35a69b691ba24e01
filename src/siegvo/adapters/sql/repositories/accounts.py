"""Accounts in SQL."""

from typing import Any

import attrs
from sqlalchemy import Connection, Row, delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from siegvo.adapters.sql.tables.accounts import accounts
from siegvo.application.repositories.accounts import (
    AccountChangedMeanwhile,
    AccountNotFound,
    AddressTaken,
)
from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen
class SqlAccounts:
    """`Accounts`, in the table of that name."""

    connection: Connection

    def add(self, account: Account) -> None:
        added = self.connection.execute(
            insert(accounts)
            .values(_account_row(account))
            .on_conflict_do_nothing(index_elements=[accounts.c.email_key])
            .returning(accounts.c.id)
        )
        if added.first() is None:
            raise AddressTaken(account.email)

    def of(self, account: AccountId) -> Account:
        row = self.connection.execute(
            select(accounts).where(accounts.c.id == account)
        ).one_or_none()
        if row is None:
            raise AccountNotFound
        return _account(row)

    def with_email(self, email: EmailAddress) -> Account | None:
        row = self.connection.execute(
            select(accounts).where(accounts.c.email_key == email.key)
        ).one_or_none()
        return None if row is None else _account(row)

    def save(self, account: Account) -> None:
        advanced = attrs.evolve(account, version=account.version + 1)
        try:
            stored = self.connection.execute(
                update(accounts)
                .where(accounts.c.id == account.id, accounts.c.version == account.version)
                .values(_account_row(advanced))
            )
        except IntegrityError:  # the only thing that can clash is the mailbox
            raise AddressTaken(account.email) from None
        if not stored.rowcount:
            raise AccountChangedMeanwhile

    def hold(self, account: AccountId) -> Account:
        row = self.connection.execute(
            select(accounts).where(accounts.c.id == account).with_for_update()
        ).one_or_none()
        if row is None:
            raise AccountNotFound
        return _account(row)

    def remove(self, account: AccountId) -> None:
        self.connection.execute(delete(accounts).where(accounts.c.id == account))


def _account(row: Row[Any]) -> Account:
    return Account(
        id=AccountId(row.id),
        email=EmailAddress(row.email),
        password_hash=row.password_hash,
        activated_at=row.activated_at,
        version=row.version,
    )


def _account_row(account: Account) -> dict[str, object]:
    return {
        "id": account.id,
        "email": account.email.text,
        "email_key": account.email.key,
        "password_hash": account.password_hash,
        "activated_at": account.activated_at,
        "version": account.version,
    }
