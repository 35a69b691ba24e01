"""Who stands behind a cookie, in one statement."""

from collections.abc import Iterable
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, bindparam, select

from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.repositories.sessions import session_from
from siegvo.adapters.sql.tables.accounts import accounts, sessions
from siegvo.adapters.sql.tables.contracts import contracts, links, tenures
from siegvo.application.readers.visitors import HeldContract, Visitor
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.postal_address import PostalAddress

_BEHIND: Final = Prepared(
    select(
        sessions,
        accounts.c.email,
        contracts.c.number,
        contracts.c.street,
        contracts.c.postcode,
        contracts.c.town,
        tenures.c.ended_on,
        tenures.c.suspended,
    )
    .join_from(sessions, accounts, accounts.c.id == sessions.c.account)
    .outerjoin(links, links.c.account == accounts.c.id)
    .outerjoin(tenures, tenures.c.payer == links.c.payer)
    .outerjoin(contracts, contracts.c.number == tenures.c.contract)
    .where(sessions.c.fingerprint == bindparam("fingerprint"))
    .order_by(tenures.c.started_on, tenures.c.payer.desc())
)


@attrs.frozen
class SqlVisitors:
    """`Visitors`, from sessions, accounts and the tenures of the payers they are linked to."""

    connection: Connection

    def behind(self, fingerprint: str) -> Visitor | None:
        rows = _BEHIND.rows(self.connection, {"fingerprint": fingerprint})
        if not rows:
            return None
        return Visitor(
            session=session_from(rows[0]),
            account=AccountId(rows[0].account),
            email=EmailAddress(rows[0].email),
            contracts=_contracts(rows),
        )


def _contracts(rows: Iterable[Row[Any]]) -> tuple[HeldContract, ...]:
    """Return one line for each contract: its latest tenure is the last of the rows."""
    latest = {row.number: row for row in rows if row.number is not None}
    runs_first = sorted(latest.values(), key=lambda row: (row.ended_on is not None, row.number))
    return tuple(map(_held_contract, runs_first))


def _held_contract(row: Row[Any]) -> HeldContract:
    return HeldContract(
        number=ContractNumber(row.number),
        supply=PostalAddress(street=row.street, postcode=row.postcode, town=row.town),
        ended_on=row.ended_on,
        is_suspended=row.suspended,
    )
