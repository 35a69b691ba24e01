"""Links between accounts and payers, in SQL."""

from typing import Any

import attrs
from sqlalchemy import Connection, Row, delete, select
from sqlalchemy.dialects.postgresql import insert

from siegvo.adapters.sql.tables.contracts import links, payers
from siegvo.application.repositories.contracts import PayerNotLinked
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.link import Link
from siegvo.domain.contracts.payer import PayerCode


@attrs.frozen
class SqlLinks:
    """`Links`, in the table of that name."""

    connection: Connection

    def add(self, link: Link) -> bool:
        added = self.connection.execute(
            insert(links)
            .values(_link_row(link))
            .on_conflict_do_nothing()
            .returning(links.c.account)
        )
        return added.first() is not None

    def hold(self, payer: PayerCode) -> None:
        # SQLite has one writer at a time: there, the transaction itself is enough.
        self.connection.execute(
            select(payers.c.code).where(payers.c.code == payer.text).with_for_update(key_share=True)
        )

    def remove(self, account: AccountId, payer: PayerCode) -> Link:
        removed = self.connection.execute(
            delete(links)
            .where(links.c.account == account, links.c.payer == payer.text)
            .returning(*links.c)
        ).one_or_none()
        if removed is None:
            raise PayerNotLinked(payer)
        return _link(removed)

    def of(self, account: AccountId) -> tuple[Link, ...]:
        rows = self.connection.execute(
            select(links)
            .where(links.c.account == account)
            .order_by(links.c.linked_at, links.c.payer)
        )
        return tuple(map(_link, rows))

    def forget(self, account: AccountId) -> None:
        self.connection.execute(delete(links).where(links.c.account == account))

    def accounts_of(self, payer: PayerCode) -> tuple[AccountId, ...]:
        accounts = self.connection.scalars(
            select(links.c.account)
            .where(links.c.payer == payer.text)
            .order_by(links.c.linked_at, links.c.account)
        )
        return tuple(map(AccountId, accounts))


def _link(row: Row[Any]) -> Link:
    return Link(
        account=AccountId(row.account),
        payer=PayerCode(row.payer),
        proved_by=ContractNumber(row.proved_by),
        linked_at=row.linked_at,
    )


def _link_row(link: Link) -> dict[str, object]:
    return {
        "account": link.account,
        "payer": link.payer.text,
        "proved_by": link.proved_by.digits,
        "linked_at": link.linked_at,
    }
