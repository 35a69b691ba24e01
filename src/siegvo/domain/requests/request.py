"""A service request: asked, followed, answered."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Self

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.errors import Refused
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference


class RequestState(StrEnum):
    REGISTERED = "registered"
    EXPORTED = "exported"
    IN_PROGRESS = "in_progress"
    AWAITING_SUBSCRIBER = "awaiting_subscriber"
    DONE = "done"
    REFUSED = "refused"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        return self in {RequestState.DONE, RequestState.REFUSED, RequestState.CANCELLED}


_NEXT: Mapping[RequestState, frozenset[RequestState]] = {
    RequestState.REGISTERED: frozenset(
        {
            RequestState.EXPORTED,
            RequestState.IN_PROGRESS,
            RequestState.DONE,
            RequestState.REFUSED,
            RequestState.CANCELLED,
        }
    ),
    RequestState.EXPORTED: frozenset(
        {
            RequestState.IN_PROGRESS,
            RequestState.AWAITING_SUBSCRIBER,
            RequestState.DONE,
            RequestState.REFUSED,
        }
    ),
    RequestState.IN_PROGRESS: frozenset(
        {
            RequestState.EXPORTED,
            RequestState.AWAITING_SUBSCRIBER,
            RequestState.DONE,
            RequestState.REFUSED,
            RequestState.CANCELLED,
        }
    ),
    RequestState.AWAITING_SUBSCRIBER: frozenset(
        {RequestState.IN_PROGRESS, RequestState.DONE, RequestState.REFUSED}
    ),
    RequestState.DONE: frozenset(),
    RequestState.REFUSED: frozenset(),
    RequestState.CANCELLED: frozenset(),
}


@attrs.frozen(kw_only=True)
class RequestCannotBecome(Refused):
    """The request stands where no such step leads on."""

    reference: RequestReference
    state: RequestState
    wanted: RequestState


@attrs.frozen(kw_only=True)
class Step:
    """One line of a request's history: the state it took, when, and why."""

    state: RequestState
    at: datetime
    reason: str | None = None


@attrs.frozen(kw_only=True)
class ServiceRequest:
    """What an account asked, and how far it has come.  Its history only grows.

    It outlives the account: the service answers it, nobody follows it.
    """

    reference: RequestReference
    kind: RequestKind
    account: AccountId | None
    contract: ContractNumber | None
    steps: tuple[Step, ...] = attrs.field(validator=attrs.validators.min_len(1))
    version: int = 0

    @property
    def state(self) -> RequestState:
        return self.steps[-1].state

    @property
    def asked_at(self) -> datetime:
        return self.steps[0].at

    def become(self, state: RequestState, *, at: datetime, reason: str | None = None) -> Self:
        """Return this request one step further.

        Raises:
            RequestCannotBecome: no such step leads on from here.
        """
        if state not in _NEXT[self.state]:
            raise RequestCannotBecome(reference=self.reference, state=self.state, wanted=state)
        step = Step(state=state, at=at, reason=reason)
        return attrs.evolve(self, steps=(*self.steps, step))
