"""Service requests as pages list them, in one statement."""

from typing import Any, Final

import attrs
from sqlalchemy import Connection, Integer, Row, and_, bindparam, func, select

from siegvo.adapters.sql.tables.requests import request_steps, requests
from siegvo.application.readers.requests import RequestLine
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
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
_LINES: Final = (
    select(requests, request_steps.c.at.label("moved_at"), request_steps.c.reason)
    .join_from(
        requests,
        request_steps,
        and_(request_steps.c.reference == requests.c.reference, request_steps.c.rank == _newest),
    )
    .where(requests.c.account == bindparam("account"))
)
_NEWEST_FIRST: Final = _LINES.order_by(
    requests.c.asked_at.desc(), requests.c.reference.desc()
).limit(bindparam("most", type_=Integer, literal_execute=True))
_ONE: Final = _LINES.where(requests.c.reference == bindparam("reference"))


@attrs.frozen
class SqlRequestLists:
    """`RequestLists`, from requests and the last step of each."""

    connection: Connection

    def of(self, account: AccountId, *, most: int) -> tuple[RequestLine, ...]:
        rows = self.connection.execute(_NEWEST_FIRST, {"account": account, "most": most})
        return tuple(map(_line, rows))

    def mine(self, account: AccountId, reference: RequestReference) -> RequestLine:
        row = self.connection.execute(
            _ONE, {"account": account, "reference": str(reference)}
        ).one_or_none()
        if row is None:
            raise RequestNotFound(reference)
        return _line(row)


def _line(row: Row[Any]) -> RequestLine:
    return RequestLine(
        reference=RequestReference.parse(row.reference),
        kind=RequestKind(row.kind),
        contract=ContractNumber(row.contract) if row.contract else None,
        state=RequestState(row.state),
        asked_at=row.asked_at,
        moved_at=row.moved_at,
        reason=row.reason,
    )
