"""Who stands behind a cookie, in one statement."""

from collections.abc import Sequence
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, bindparam, select

from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.readers.sheet_rows import latest_first
from siegvo.adapters.sql.repositories.sessions import session_from
from siegvo.adapters.sql.tables.accounts import accounts, sessions
from siegvo.adapters.sql.tables.contracts import contracts, links, tenures
from siegvo.application.readers.visitors import HeldContract, Visitor
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.postal_address import PostalAddress

IN_THEIR_HANDS: Final = (
    sessions.join(accounts, accounts.c.id == sessions.c.account)
    .outerjoin(links, links.c.account == accounts.c.id)
    .outerjoin(tenures, tenures.c.payer == links.c.payer)
    .outerjoin(contracts, contracts.c.number == tenures.c.contract)
)
"""A row for each tenure that a session leads to; one with nothing in it, if there is none."""

WHO: Final = (
    *sessions.c,
    accounts.c.email,
    tenures.c.contract,
    tenures.c.payer,
    tenures.c.started_on,
    contracts.c.street,
    contracts.c.postcode,
    contracts.c.town,
    tenures.c.ended_on,
    tenures.c.suspended,
    tenures.c.payment_mode,
)

_BEHIND: Final = Prepared(
    select(*WHO)
    .select_from(IN_THEIR_HANDS)
    .where(sessions.c.fingerprint == bindparam("fingerprint"))
)


@attrs.frozen
class SqlVisitors:
    """`Visitors`, from sessions, accounts and the tenures of the payers they are linked to."""

    connection: Connection

    def behind(self, fingerprint: str) -> Visitor | None:
        rows = _BEHIND.rows(self.connection, {"fingerprint": fingerprint})
        return visitor_from(rows) if rows else None


def visitor_from(rows: Sequence[Row[Any]]) -> Visitor:
    """Return whom all `rows` tell of; they may repeat themselves."""
    return Visitor(
        session=session_from(rows[0]),
        account=AccountId(rows[0].account),
        email=EmailAddress(rows[0].email),
        contracts=_contracts(rows),
    )


def _contracts(rows: Sequence[Row[Any]]) -> tuple[HeldContract, ...]:
    """Return one line for each contract, which tells of its latest tenure."""
    held = sorted((row for row in rows if row.contract is not None), key=latest_first)
    latest = {row.contract: row for row in reversed(held)}
    runs_first = sorted(latest.values(), key=lambda row: (row.ended_on is not None, row.contract))
    return tuple(map(_held_contract, runs_first))


def _held_contract(row: Row[Any]) -> HeldContract:
    return HeldContract(
        number=ContractNumber(row.contract),
        supply=PostalAddress(street=row.street, postcode=row.postcode, town=row.town),
        ended_on=row.ended_on,
        is_suspended=row.suspended,
        is_debited=PaymentMode(row.payment_mode).is_debited,
    )
