"""A change of payment mode, from the first to the last step."""

from datetime import datetime, timedelta
from uuid import UUID

import attrs
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.errors import Refused
from siegvo.domain.payments.change import (
    ChangeCannotBecome,
    ChangeNotConfirmedInTime,
    ChangeStep,
    ChangeTooEarly,
    ChangeUnderSuspicion,
    PaymentChange,
    Suspicion,
)
from siegvo.domain.policy import CHANGE_CONFIRMED_WITHIN, CHANGE_DELAY
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.accounts import NOON

ASKED = PaymentChange(
    reference=RequestReference(2026, 1),
    contract=ContractNumber("100200423"),
    payer=PayerCode("R1"),
    account=AccountId(UUID(int=1)),
    before=PaymentMode.ON_INVOICE,
    after=PaymentMode.DIRECT_DEBIT,
    asked_at=NOON,
)
SOON = NOON + timedelta(minutes=5)
LATER = SOON + CHANGE_DELAY


def _confirmed() -> PaymentChange:
    return ASKED.confirm(at=SOON, delay=CHANGE_DELAY)


class TestChange:
    def test_is_applied_in_five_steps(self) -> None:
        applied = _confirmed().become_ready(at=LATER).export(at=LATER).apply()

        assert applied.step is ChangeStep.APPLIED
        assert not applied.step.is_open

    def test_waits_for_whoever_did_not_ask(self) -> None:
        with pytest.raises(ChangeTooEarly) as refused:
            _confirmed().become_ready(at=LATER - timedelta(seconds=1))

        assert refused.value.due_at == LATER

    def test_is_confirmed_in_time_or_lapses(self) -> None:
        late = NOON + CHANGE_CONFIRMED_WITHIN
        with pytest.raises(ChangeNotConfirmedInTime):
            ASKED.confirm(at=late, delay=CHANGE_DELAY)
        with pytest.raises(ChangeCannotBecome):
            ASKED.lapse(at=late - timedelta(seconds=1))

        assert ASKED.lapse(at=late).step is ChangeStep.LAPSED

    def test_under_suspicion_waits_for_staff(self) -> None:
        doubtful = attrs.evolve(_confirmed(), suspicions=frozenset({Suspicion.OTHER_HOLDER}))
        with pytest.raises(ChangeUnderSuspicion):
            doubtful.become_ready(at=LATER)

        assert doubtful.let_through().become_ready(at=LATER).step is ChangeStep.READY

    def test_let_through_by_staff_still_waits(self) -> None:
        doubtful = attrs.evolve(_confirmed(), suspicions=frozenset({Suspicion.FRESH_ACCESS}))

        with pytest.raises(ChangeTooEarly):
            doubtful.let_through().become_ready(at=SOON)

    def test_is_not_taken_back_once_the_billing_system_has_it(self) -> None:
        with pytest.raises(ChangeCannotBecome):
            _confirmed().become_ready(at=LATER).export(at=LATER).cancel()

    def test_may_be_handed_over_again(self) -> None:
        exported = _confirmed().become_ready(at=LATER).export(at=LATER)

        assert exported.export(at=LATER) == exported

    def test_of_the_account_leaves_the_mode(self) -> None:
        assert attrs.evolve(ASKED, after=ASKED.before).is_of_account_only


class Ways(RuleBasedStateMachine):
    """Whatever is tried in whatever order, nothing is applied that was not earned."""

    @initialize(suspicious=st.booleans())
    def ask(self, suspicious: bool) -> None:  # noqa: FBT001 (hypothesis)
        self.now: datetime = NOON
        found = frozenset({Suspicion.SHARED_ACCOUNT}) if suspicious else frozenset[Suspicion]()
        self.change = attrs.evolve(ASKED, suspicions=found)
        self.was_suspicious = suspicious
        self.looked_at = False
        self.passed: list[ChangeStep] = [ChangeStep.ASKED]

    @rule(hours=st.sampled_from([0, 1, 23, 24, 71, 72]))
    def wait(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(
        gesture=st.sampled_from(
            ["confirm", "let_through", "ready", "export", "apply", "cancel", "refuse", "lapse"]
        )
    )
    def try_to(self, gesture: str) -> None:
        change, now = self.change, self.now
        try:
            match gesture:
                case "confirm":
                    self.change = change.confirm(at=now, delay=CHANGE_DELAY)
                case "let_through":
                    self.change = change.let_through()
                    self.looked_at = True
                case "ready":
                    self.change = change.become_ready(at=now)
                case "export":
                    self.change = change.export(at=now)
                case "apply":
                    self.change = change.apply()
                case "cancel":
                    self.change = change.cancel()
                case "refuse":
                    self.change = change.refuse()
                case _:
                    self.change = change.lapse(at=now)
        except Refused:
            assert self.change == change
        if self.change.step is not self.passed[-1]:
            self.passed.append(self.change.step)

    @invariant()
    def nothing_is_skipped(self) -> None:
        earned = [ChangeStep.ASKED, ChangeStep.CONFIRMED, ChangeStep.READY, ChangeStep.EXPORTED]
        if self.change.step is ChangeStep.APPLIED:
            assert self.passed == [*earned, ChangeStep.APPLIED]
        if self.change.step in {ChangeStep.READY, ChangeStep.EXPORTED, ChangeStep.APPLIED}:
            assert self.change.due_at is not None
            assert self.change.confirmed_at is not None
            assert self.now >= self.change.due_at >= self.change.confirmed_at + CHANGE_DELAY
            assert self.looked_at or not self.was_suspicious


TestWays = Ways.TestCase
TestWays.settings = settings(max_examples=200, stateful_step_count=12, deadline=None)
