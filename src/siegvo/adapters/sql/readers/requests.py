"""Service requests as pages list them, in one statement."""

from functools import cache
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, and_, bindparam, func, literal_column, select

from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.tables.accounts import accounts
from siegvo.adapters.sql.tables.contacts import contacts
from siegvo.adapters.sql.tables.requests import request_contents, request_steps, requests
from siegvo.application.readers.requests import RequestLine, StaffLine, Wanted
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState

_every_step = request_steps.alias("every_step")
_newest = (
    select(func.max(_every_step.c.rank))
    .where(_every_step.c.reference == requests.c.reference)
    .correlate(requests)
    .scalar_subquery()
)
_EVERYBODYS: Final = (
    select(
        requests,
        request_steps.c.at.label("moved_at"),
        request_steps.c.reason,
        request_contents.c.facts["subject"].as_string().label("subject"),
    )
    .join_from(
        requests,
        request_steps,
        and_(request_steps.c.reference == requests.c.reference, request_steps.c.rank == _newest),
    )
    .outerjoin(request_contents, request_contents.c.reference == requests.c.reference)
)
_LINES: Final = _EVERYBODYS.where(requests.c.account == bindparam("account"))
_OLDEST_FIRST: Final = (
    _EVERYBODYS.add_columns(func.coalesce(accounts.c.email, contacts.c.email).label("email"))
    .outerjoin(accounts, accounts.c.id == requests.c.account)
    .outerjoin(contacts, contacts.c.reference == requests.c.reference)
    .order_by(requests.c.asked_at, requests.c.reference)
)
_ONE: Final = Prepared(_LINES.where(requests.c.reference == bindparam("reference")))


@attrs.frozen
class SqlRequestLists:
    """`RequestLists`, from requests and the last step of each."""

    connection: Connection

    def of(self, account: AccountId, *, most: int) -> tuple[RequestLine, ...]:
        rows = _newest_first(most).rows(self.connection, {"account": account})
        return tuple(map(_line, rows))

    def mine(self, account: AccountId, reference: RequestReference) -> RequestLine:
        row = _ONE.row(self.connection, {"account": account, "reference": str(reference)})
        if row is None:
            raise RequestNotFound(reference)
        return _line(row)

    def matching(self, wanted: Wanted, *, most: int) -> tuple[StaffLine, ...]:
        asked = _OLDEST_FIRST.where(
            requests.c.state.in_([state.value for state in wanted.states]),
            requests.c.kind.in_([kind.value for kind in wanted.kinds]),
        )
        if wanted.contract is not None:
            asked = asked.where(requests.c.contract == wanted.contract.digits)
        if wanted.asked_before is not None:
            asked = asked.where(requests.c.asked_at <= wanted.asked_before)
        rows = self.connection.execute(asked.limit(most))
        return tuple(
            StaffLine(line=_line(row), email=EmailAddress(row.email) if row.email else None)
            for row in rows
        )


@cache
def _newest_first(most: int) -> Prepared:
    newest = _LINES.order_by(requests.c.asked_at.desc(), requests.c.reference.desc())
    return Prepared(newest.limit(literal_column(str(most))))


def _line(row: Row[Any]) -> RequestLine:
    return RequestLine(
        reference=RequestReference.parse(row.reference),
        kind=RequestKind(row.kind),
        contract=ContractNumber(row.contract) if row.contract else None,
        state=RequestState(row.state),
        asked_at=row.asked_at,
        moved_at=row.moved_at,
        reason=row.reason,
        subject=row.subject,
    )
