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
    """How far a request has come."""

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


Table = Mapping[RequestState, frozenset[RequestState]]

_R = RequestState
_NEXT: Table = {
    _R.REGISTERED: frozenset({_R.EXPORTED, _R.IN_PROGRESS, _R.DONE, _R.REFUSED, _R.CANCELLED}),
    _R.EXPORTED: frozenset({_R.IN_PROGRESS, _R.DONE, _R.REFUSED}),
    _R.IN_PROGRESS: frozenset({_R.AWAITING_SUBSCRIBER, _R.DONE, _R.REFUSED}),
    _R.AWAITING_SUBSCRIBER: frozenset({_R.IN_PROGRESS, _R.DONE, _R.REFUSED}),
    _R.DONE: frozenset({_R.IN_PROGRESS}),
    _R.REFUSED: frozenset({_R.IN_PROGRESS}),
    _R.CANCELLED: frozenset(),
}
"""The ways of a request that is followed by messages: a message opens it again."""

_NEXT_WITHOUT_MESSAGES: Table = {
    **_NEXT,
    # A reading that staff accepted leaves; another reading of the same day takes its place.
    _R.IN_PROGRESS: _NEXT[_R.IN_PROGRESS] | {_R.EXPORTED, _R.CANCELLED},
    _R.DONE: frozenset(),
    _R.REFUSED: frozenset(),
}


@attrs.frozen(kw_only=True)
class RequestCannotBecome(Refused):
    """The request stands where no such step leads on."""

    reference: RequestReference
    state: RequestState
    wanted: RequestState


@attrs.frozen(kw_only=True)
class RequestNotCancellable(Refused):
    """The service has begun to deal with it, or it is ended already."""

    reference: RequestReference
    state: RequestState


@attrs.frozen(kw_only=True)
class RequestTakesNoMessage(Refused):
    """It was cancelled, or is of a kind that is decided without a word: ask anew."""

    reference: RequestReference


@attrs.frozen(kw_only=True)
class RequestDecidedElsewhere(Refused):
    """Readings and links are decided among themselves, not as requests in general."""

    reference: RequestReference


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

    @property
    def may_be_cancelled(self) -> bool:
        """Say whether its author may still take it back."""
        return self.kind.is_conversation and self.state is RequestState.REGISTERED

    @property
    def takes_messages(self) -> bool:
        """Say whether its author and staff may still write to each other about it."""
        return self.kind.is_conversation and self.state is not RequestState.CANCELLED

    def become(self, state: RequestState, *, at: datetime, reason: str | None = None) -> Self:
        """Return this request one step further.

        Raises:
            RequestCannotBecome: no such step leads on from here.
        """
        ways = _NEXT if self.kind.is_conversation else _NEXT_WITHOUT_MESSAGES
        if state not in ways[self.state]:
            raise RequestCannotBecome(reference=self.reference, state=self.state, wanted=state)
        step = Step(state=state, at=at, reason=reason)
        return attrs.evolve(self, steps=(*self.steps, step))

    def cancelled(self, *, at: datetime) -> Self:
        """Return it as its author takes it back.

        Raises:
            RequestNotCancellable: it is no longer only registered.
        """
        if not self.may_be_cancelled:
            raise RequestNotCancellable(reference=self.reference, state=self.state)
        return self.become(RequestState.CANCELLED, at=at)

    def replied(self, *, at: datetime) -> Self:
        """Return it as its author writes: no longer awaited, and open again if it was closed.

        Raises:
            RequestTakesNoMessage: it was cancelled, or is of another kind.
        """
        self._check_takes_messages()
        waits = self.state in {RequestState.AWAITING_SUBSCRIBER, *_CLOSED}
        return self.become(RequestState.IN_PROGRESS, at=at) if waits else self

    def answered(self, *, at: datetime) -> Self:
        """Return it as staff write: its author's turn, unless it is closed.

        Raises:
            RequestTakesNoMessage: it was cancelled, or is of another kind.
        """
        self._check_takes_messages()
        if self.state in {RequestState.AWAITING_SUBSCRIBER, *_CLOSED}:
            return self
        begun = self if self.state is RequestState.IN_PROGRESS else self._begun(at)
        return begun.become(RequestState.AWAITING_SUBSCRIBER, at=at)

    def decided(self, state: RequestState, *, at: datetime, reason: str | None = None) -> Self:
        """Return it as staff start, close or refuse it; only its author opens it again.

        Raises:
            RequestDecidedElsewhere: a reading or a link.
            RequestCannotBecome: it is so already, or is ended.
        """
        if not self.kind.is_conversation:
            raise RequestDecidedElsewhere(reference=self.reference)
        if self.state.is_final:
            raise RequestCannotBecome(reference=self.reference, state=self.state, wanted=state)
        return self.become(state, at=at, reason=reason)

    def _begun(self, at: datetime) -> Self:
        return self.become(RequestState.IN_PROGRESS, at=at)

    def _check_takes_messages(self) -> None:
        if not self.takes_messages:
            raise RequestTakesNoMessage(reference=self.reference)


_CLOSED = frozenset({RequestState.DONE, RequestState.REFUSED})
