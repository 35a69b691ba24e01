"""Service requests, their history and their numbers, in SQL."""

from collections.abc import Sequence
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, Select, func, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.dialects.postgresql import insert

from siegvo.adapters.sql.tables.requests import request_ranks, request_steps, requests
from siegvo.application.repositories.requests import RequestChangedMeanwhile, RequestNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState, ServiceRequest, Step

_NEXT_RANK: Final = (
    insert(request_ranks)
    .values(last=1)
    .on_conflict_do_update(
        index_elements=[request_ranks.c.year], set_={"last": request_ranks.c.last + 1}
    )
    .returning(request_ranks.c.last)
)


@attrs.frozen
class SqlRequests:
    """`Requests`, in the tables `requests`, `request_steps` and `request_ranks`."""

    connection: Connection

    def disown(self, account: AccountId) -> None:
        self.connection.execute(
            update(requests)
            .where(requests.c.account == account)
            .values(account=None, version=requests.c.version + 1)
        )

    def new_reference(self, year: int) -> RequestReference:
        rank = self.connection.execute(_NEXT_RANK, {"year": year}).scalar_one()
        return RequestReference(year, rank)

    def add(self, request: ServiceRequest) -> None:
        self.connection.execute(plain_insert(requests).values(_request_row(request)))
        self._append(request, beyond=0)

    def of(self, reference: RequestReference) -> ServiceRequest:
        return self._found(reference, select(requests))

    def hold(self, reference: RequestReference) -> ServiceRequest:
        return self._found(reference, select(requests).with_for_update())

    def _found(self, reference: RequestReference, wanted: Select[Any]) -> ServiceRequest:
        row = self.connection.execute(
            wanted.where(requests.c.reference == str(reference))
        ).one_or_none()
        if row is None:
            raise RequestNotFound(reference)
        steps = self.connection.execute(
            select(request_steps)
            .where(request_steps.c.reference == str(reference))
            .order_by(request_steps.c.rank)
        )
        return _request(row, steps.all())

    def save(self, request: ServiceRequest) -> None:
        advanced = attrs.evolve(request, version=request.version + 1)
        stored = self.connection.execute(
            update(requests)
            .where(
                requests.c.reference == str(request.reference),
                requests.c.version == request.version,
            )
            .values(_request_row(advanced))
        )
        if not stored.rowcount:
            raise RequestChangedMeanwhile(request.reference)
        known = self.connection.execute(
            select(func.count()).where(request_steps.c.reference == str(request.reference))
        ).scalar_one()
        self._append(request, beyond=known)

    def _append(self, request: ServiceRequest, *, beyond: int) -> None:
        rows = [
            {"reference": str(request.reference), "rank": rank, **_step_row(step)}
            for rank, step in enumerate(request.steps)
            if rank >= beyond
        ]
        if rows:
            self.connection.execute(plain_insert(request_steps), rows)


def _request(row: Row[Any], steps: Sequence[Row[Any]]) -> ServiceRequest:
    return ServiceRequest(
        reference=RequestReference.parse(row.reference),
        kind=RequestKind(row.kind),
        account=AccountId(row.account) if row.account else None,
        contract=ContractNumber(row.contract) if row.contract else None,
        steps=tuple(map(_step, steps)),
        version=row.version,
    )


def _request_row(request: ServiceRequest) -> dict[str, object]:
    return {
        "reference": str(request.reference),
        "kind": request.kind.value,
        "account": request.account,
        "contract": request.contract and request.contract.digits,
        "state": request.state.value,
        "asked_at": request.asked_at,
        "version": request.version,
    }


def _step(row: Row[Any]) -> Step:
    return Step(state=RequestState(row.state), at=row.at, reason=row.reason)


def _step_row(step: Step) -> dict[str, object]:
    return {"state": step.state.value, "at": step.at, "reason": step.reason}
