"""A request goes no way but those of the service's own table, written here once more."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Final

import attrs
import pytest
from hypothesis import settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from hypothesis.strategies import sampled_from

from siegvo.domain.errors import Refused
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.request import RequestState
from tests.support.builders.requests import a_request

TABLE: Final = {
    "registered": {"exported", "in_progress", "done", "refused", "cancelled"},
    "exported": {"in_progress", "done", "refused"},
    "in_progress": {"awaiting_subscriber", "done", "refused"},
    "awaiting_subscriber": {"in_progress", "done", "refused"},
    "done": {"in_progress"},
    "refused": {"in_progress"},
    "cancelled": set(),
}
CONVERSATIONS: Final = [kind for kind in RequestKind if kind.is_conversation]
BEGINNING: Final = datetime(2026, 1, 1, tzinfo=UTC)


class Ways(RuleBasedStateMachine):
    """Its author, staff and the export do whatever they like, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.request = a_request(kind=RequestKind.OTHER, at=BEGINNING)
        self.now = BEGINNING

    def _tick(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now

    @rule(wanted=sampled_from(RequestState))
    def becomes(self, wanted: RequestState) -> None:
        before = self.request.state
        try:
            self.request = self.request.become(wanted, at=self._tick())
        except Refused:
            assert wanted.value not in TABLE[before.value]
        else:
            assert wanted.value in TABLE[before.value]

    @rule()
    def is_cancelled_by_its_author(self) -> None:
        before = self.request.state
        try:
            self.request = self.request.cancelled(at=self._tick())
        except Refused:
            assert before is not RequestState.REGISTERED
        else:
            assert before is RequestState.REGISTERED

    @rule()
    def gets_a_reply(self) -> None:
        before = self.request.state
        try:
            self.request = self.request.replied(at=self._tick())
        except Refused:
            assert before is RequestState.CANCELLED
        else:
            waits = before.value in {"awaiting_subscriber", "done", "refused"}
            assert self.request.state is (RequestState.IN_PROGRESS if waits else before)

    @rule()
    def gets_an_answer(self) -> None:
        before = self.request.state
        try:
            self.request = self.request.answered(at=self._tick())
        except Refused:
            assert before is RequestState.CANCELLED
        else:
            expected = before if before.is_final else RequestState.AWAITING_SUBSCRIBER
            assert self.request.state is expected

    @rule(wanted=sampled_from(["in_progress", "done", "refused"]))
    @precondition(lambda self: not self.request.state.is_final)
    def is_decided_by_staff(self, wanted: str) -> None:
        if self.request.state.value != wanted:
            self.request = self.request.decided(RequestState(wanted), at=self._tick())

    @rule(wanted=sampled_from(["in_progress", "done", "refused"]))
    @precondition(lambda self: self.request.state.is_final)
    def is_not_opened_again_by_staff(self, wanted: str) -> None:
        with pytest.raises(Refused):
            self.request.decided(RequestState(wanted), at=self._tick())

    @invariant()
    def its_history_follows_the_table(self) -> None:
        states = [step.state.value for step in self.request.steps]
        assert states[0] == "registered"
        for before, after in pairwise(states):
            assert after in TABLE[before]

    @invariant()
    def its_history_is_in_order(self) -> None:
        moments = [step.at for step in self.request.steps]
        assert moments == sorted(moments)


def test_whatever_happens_to_a_request_follows_the_table() -> None:
    run_state_machine_as_test(Ways, settings=settings(max_examples=150, stateful_step_count=30))


@pytest.mark.parametrize("kind", CONVERSATIONS)
@pytest.mark.parametrize("state", RequestState)
def test_every_conversation_follows_the_table(kind: RequestKind, state: RequestState) -> None:
    step = attrs.evolve(a_request().steps[0], state=state)
    request = attrs.evolve(a_request(kind=kind), steps=(step,))

    reached = set()
    for wanted in RequestState:
        try:
            reached.add(request.become(wanted, at=BEGINNING).state.value)
        except Refused:
            continue

    assert reached == TABLE[state.value]
