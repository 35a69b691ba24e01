"""Accounts as staff list them."""

from typing import Final

import attrs
from sqlalchemy import Connection, func, select

from siegvo.adapters.sql.tables.accounts import accounts, sessions
from siegvo.adapters.sql.tables.address_changes import address_changes
from siegvo.adapters.sql.tables.contracts import contracts, links, payers, tenures
from siegvo.adapters.sql.tables.requests import requests
from siegvo.application.readers.accounts import AccountCard, AccountLine
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.household import household_words
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.request import RequestState

_SEEN: Final = (
    select(func.max(sessions.c.seen_at))
    .where(sessions.c.account == accounts.c.id)
    .correlate(accounts)
    .scalar_subquery()
    .label("seen_at")
)
_PAYERS: Final = (
    select(func.count())
    .where(links.c.account == accounts.c.id)
    .correlate(accounts)
    .scalar_subquery()
    .label("payers")
)
_MOST_WORDED: Final = 50  # tenures: an agency's password is not made of all its streets
_FINAL: Final = [state.value for state in RequestState if state.is_final]


@attrs.frozen
class SqlAccountLists:
    """`AccountLists`, from accounts and what hangs on them."""

    connection: Connection

    def all(self) -> tuple[AccountLine, ...]:
        rows = self.connection.execute(
            select(accounts.c.email, accounts.c.activated_at, _SEEN, _PAYERS).order_by(
                accounts.c.email_key
            )
        )
        return tuple(
            AccountLine(
                email=EmailAddress(row.email),
                activated_at=row.activated_at,
                seen_at=row.seen_at,
                payers=row.payers,
            )
            for row in rows
        )

    def words_of(self, account: AccountId) -> tuple[str, ...]:
        rows = self.connection.execute(
            select(payers.c.name, payers.c.street, tenures.c.contract, tenures.c.occupant)
            .add_columns(contracts.c.street.label("supply"), contracts.c.town)
            .join_from(links, payers, payers.c.code == links.c.payer)
            .join(tenures, tenures.c.payer == links.c.payer)
            .join(contracts, contracts.c.number == tenures.c.contract)
            .where(links.c.account == account)
            .limit(_MOST_WORDED)
        )
        return household_words(text for row in rows for text in row if text)

    def of(self, email: EmailAddress) -> AccountCard:
        row = self.connection.execute(
            select(accounts, _SEEN).where(accounts.c.email_key == email.key)
        ).one_or_none()
        if row is None:
            raise AccountNotFound
        return AccountCard(
            id=AccountId(row.id),
            email=EmailAddress(row.email),
            activated_at=row.activated_at,
            seen_at=row.seen_at,
            sessions=self._sessions(row.id),
            payers=self._payers(row.id),
            open_requests=self._open_requests(row.id),
            moving_to=self._moving_to(row.id),
        )

    def _sessions(self, account: AccountId) -> int:
        return self.connection.execute(
            select(func.count()).where(
                sessions.c.account == account, sessions.c.replaced_at.is_(None)
            )
        ).scalar_one()

    def _payers(self, account: AccountId) -> tuple[PayerCode, ...]:
        codes = self.connection.scalars(
            select(links.c.payer)
            .where(links.c.account == account)
            .order_by(links.c.linked_at, links.c.payer)
        )
        return tuple(map(PayerCode, codes))

    def _open_requests(self, account: AccountId) -> tuple[str, ...]:
        return tuple(
            self.connection.scalars(
                select(requests.c.reference)
                .where(requests.c.account == account, requests.c.state.not_in(_FINAL))
                .order_by(requests.c.reference)
            )
        )

    def _moving_to(self, account: AccountId) -> EmailAddress | None:
        wanted = self.connection.scalar(
            select(address_changes.c.new_email).where(
                address_changes.c.account == account, address_changes.c.confirmed_at.is_(None)
            )
        )
        return EmailAddress(wanted) if wanted else None
