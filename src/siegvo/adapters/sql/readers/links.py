"""Links as pages and staff see them, each list in one statement."""

from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, bindparam, distinct, func, select

from siegvo.adapters.sql.repositories.link_requests import OPEN
from siegvo.adapters.sql.tables.accounts import accounts
from siegvo.adapters.sql.tables.contracts import links, payers, tenures
from siegvo.adapters.sql.tables.link_requests import link_requests
from siegvo.adapters.sql.tables.requests import requests
from siegvo.application.readers.links import SharedPayer, WaitingLink
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.doubt import Doubt
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference

_everybody = links.alias("everybody")
_contracts = (
    select(func.count(distinct(tenures.c.contract)))
    .where(tenures.c.payer == payers.c.code)
    .correlate(payers)
    .scalar_subquery()
)
_accounts = (
    select(func.count())
    .where(_everybody.c.payer == payers.c.code)
    .correlate(payers)
    .scalar_subquery()
)
_dispute = (
    select(func.min(requests.c.reference))
    .join(link_requests, link_requests.c.reference == requests.c.reference)
    .where(
        requests.c.account == links.c.account,
        requests.c.kind == RequestKind.LINK_DISPUTE.value,
        link_requests.c.payer == links.c.payer,
        OPEN,
    )
    .correlate(links)
    .scalar_subquery()
)

_WAITING: Final = (
    select(
        requests.c.reference,
        requests.c.asked_at,
        requests.c.contract,
        link_requests.c.doubt,
        accounts.c.email,
        payers.c.code,
        payers.c.name,
        _contracts.label("contracts"),
        _accounts.label("accounts"),
    )
    .join_from(requests, link_requests, link_requests.c.reference == requests.c.reference)
    .join(accounts, accounts.c.id == requests.c.account)
    .join(payers, payers.c.code == link_requests.c.payer)
    .where(OPEN)
    .order_by(requests.c.asked_at, requests.c.reference)
)
_SHARED: Final = (
    select(
        links.c.payer,
        links.c.linked_at,
        payers.c.name,
        _contracts.label("contracts"),
        _accounts.label("accounts"),
        _dispute.label("dispute"),
    )
    .join_from(links, payers, payers.c.code == links.c.payer)
    .where(links.c.account == bindparam("account"))
    .order_by(payers.c.name, links.c.payer)
)
_MAILBOXES: Final = (
    select(accounts.c.email)
    .join_from(links, accounts, accounts.c.id == links.c.account)
    .where(links.c.payer == bindparam("payer"))
    .order_by(links.c.linked_at, links.c.account)
)


@attrs.frozen
class SqlLinkLists:
    """`LinkLists`, in the tables of links and of what staff are asked about them."""

    connection: Connection

    def waiting(self) -> tuple[WaitingLink, ...]:
        return tuple(map(_waiting, self.connection.execute(_WAITING)))

    def shared(self, account: AccountId) -> tuple[SharedPayer, ...]:
        return tuple(map(_shared, self.connection.execute(_SHARED, {"account": account})))

    def mailboxes(self, payer: PayerCode) -> tuple[EmailAddress, ...]:
        found = self.connection.scalars(_MAILBOXES, {"payer": payer.text})
        return tuple(map(EmailAddress, found))


def _waiting(row: Row[*tuple[Any, ...]]) -> WaitingLink:
    return WaitingLink(
        reference=RequestReference.parse(row.reference),
        asked_at=row.asked_at,
        doubt=Doubt(row.doubt),
        email=EmailAddress(row.email),
        contract=ContractNumber(row.contract),
        payer=PayerCode(row.code),
        payer_name=row.name,
        contracts=row.contracts,
        accounts=row.accounts,
    )


def _shared(row: Row[*tuple[Any, ...]]) -> SharedPayer:
    return SharedPayer(
        payer=PayerCode(row.payer),
        name=row.name,
        contracts=row.contracts,
        linked_at=row.linked_at,
        others=row.accounts - 1,
        dispute=RequestReference.parse(row.dispute) if row.dispute else None,
    )
