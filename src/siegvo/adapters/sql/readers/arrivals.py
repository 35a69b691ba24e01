"""Who comes, and the sheet of the contract they come for, in one statement."""

from collections.abc import Mapping
from typing import Any, Final

import attrs
from sqlalchemy import ColumnElement, Connection, and_, bindparam, literal_column, select

from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.readers.contracts import sheet_from
from siegvo.adapters.sql.readers.sheet_rows import (
    OF_SHEET,
    OF_TENURE,
    with_sheet,
)
from siegvo.adapters.sql.readers.visitors import IN_THEIR_HANDS, WHO, visitor_from
from siegvo.adapters.sql.tables.accounts import sessions
from siegvo.adapters.sql.tables.contracts import links, payers, tenures
from siegvo.application.readers.arrivals import Arrival
from siegvo.domain.contracts.contract_number import ContractNumber

_first_of_theirs = (
    select(tenures.c.contract)
    .join(links, links.c.payer == tenures.c.payer)
    .join(sessions, sessions.c.account == links.c.account)
    .where(sessions.c.fingerprint == bindparam("fingerprint"))
    .order_by(tenures.c.ended_on.is_not(None), tenures.c.contract)
    .limit(literal_column("1"))
    .scalar_subquery()
)
_named = {each.key for each in WHO}


def _arrival(number: ColumnElement[Any]) -> Prepared:
    """Make the statement: all that they hold, and the sheet of what `number` names beside it."""
    is_chosen = and_(payers.c.code == tenures.c.payer, tenures.c.contract == number)
    return Prepared(
        select(*WHO, *(each for each in OF_TENURE if each.key not in _named), *OF_SHEET)
        .select_from(with_sheet(IN_THEIR_HANDS.outerjoin(payers, is_chosen)))
        .where(sessions.c.fingerprint == bindparam("fingerprint"))
    )


_NAMED: Final = _arrival(bindparam("number"))
_FIRST: Final = _arrival(_first_of_theirs)


@attrs.frozen
class SqlArrivals:
    """`Arrivals`, from all that `SqlVisitors` and `SqlContractSheets` look at."""

    connection: Connection

    def behind(self, fingerprint: str, *, number: ContractNumber | None) -> Arrival | None:
        wanted: Mapping[str, object] = {"fingerprint": fingerprint}
        if number:
            rows = _NAMED.rows(self.connection, {**wanted, "number": number.digits})
        else:
            rows = _FIRST.rows(self.connection, wanted)
        if not rows:
            return None
        shown = [row for row in rows if row.payer_name is not None]
        return Arrival(visitor=visitor_from(rows), sheet=sheet_from(shown) if shown else None)
