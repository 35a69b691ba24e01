"""People, staff, time and a billing system in any order: no change takes a step too many."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final

import attrs
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from hypothesis.strategies import booleans, integers, none, sampled_from

from siegvo.application.exchange.bundle import Exchange
from siegvo.application.exchange.export_mandates import LeavingMandate
from siegvo.application.ports.tokens import NoSuchLink
from siegvo.application.ports.vault import SealBroken
from siegvo.application.repositories.payments import KeptMandate
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.errors import DomainError
from siegvo.domain.payments.change import ChangeStep, PaymentChange
from siegvo.domain.payments.mandate import MandateReference
from siegvo.domain.policy import CHANGE_CONFIRMED_WITHIN, CHANGE_DELAY
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, BOB
from tests.support.builders.banking import french_iban
from tests.support.builders.contracts import CONTRACT
from tests.support.changing import CLERK, PASSWORD, Changing, tenure_in
from tests.support.feeds import contract_feed, contract_row
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

_STEP = ChangeStep
_LEADS_ON: Final[Mapping[ChangeStep, frozenset[ChangeStep]]] = {
    _STEP.ASKED: frozenset({_STEP.CONFIRMED, _STEP.CANCELLED, _STEP.REFUSED, _STEP.LAPSED}),
    _STEP.CONFIRMED: frozenset({_STEP.READY, _STEP.CANCELLED, _STEP.REFUSED}),
    _STEP.READY: frozenset({_STEP.EXPORTED, _STEP.CANCELLED, _STEP.REFUSED}),
    _STEP.EXPORTED: frozenset({_STEP.APPLIED, _STEP.REFUSED}),
}
"""Written once more: the test must not believe the code."""
_OWED_TO: Final[Mapping[ChangeStep, frozenset[str]]] = {
    _STEP.ASKED: frozenset({"ask"}),
    _STEP.CONFIRMED: frozenset({"confirm"}),
    _STEP.READY: frozenset({"work", "revoke"}),
    _STEP.EXPORTED: frozenset({"export"}),
    _STEP.APPLIED: frozenset({"receive", "close"}),
    _STEP.CANCELLED: frozenset({"ask", "cancel", "revoke", "work"}),
    _STEP.REFUSED: frozenset({"refuse"}),
    _STEP.LAPSED: frozenset({"work"}),
}
"""What alone brings each step about."""
_STATES: Final[Mapping[ChangeStep, RequestState]] = {
    _STEP.ASKED: RequestState.REGISTERED,
    _STEP.CONFIRMED: RequestState.IN_PROGRESS,
    _STEP.READY: RequestState.IN_PROGRESS,
    _STEP.EXPORTED: RequestState.EXPORTED,
    _STEP.APPLIED: RequestState.DONE,
    _STEP.CANCELLED: RequestState.CANCELLED,
    _STEP.REFUSED: RequestState.REFUSED,
    _STEP.LAPSED: RequestState.CANCELLED,
}
_FAILED: Final = frozenset({_STEP.CANCELLED, _STEP.REFUSED, _STEP.LAPSED})
_SPANS: Final = tuple(timedelta(hours=hours) for hours in (1, 23, 24, 48, 71, 72, 24 * 9))
_REFUSALS: Final = (DomainError, SealBroken, NoSuchLink)

people = sampled_from([ALICE, BOB])
modes = sampled_from(PaymentMode)
ranks = integers(0, 3)
seldom = sampled_from([False, False, False, True])


@attrs.frozen
class Seen:
    """A change as it was found after a gesture."""

    change: PaymentChange
    at: datetime


class PaymentChangeMachine(RuleBasedStateMachine):
    """One contract that two people see; whatever is tried, what holds is checked afterwards."""

    @initialize(mode=modes)
    def open(self, mode: PaymentMode) -> None:
        self.world = World()
        self.changing = Changing.on(self.world, Surroundings(), mode=mode)
        self.exchange = Exchange.on(self.changing.outside)
        self.seen: dict[RequestReference, Seen] = {}
        self.let_through: set[RequestReference] = set()
        self.shown = mode

    # What people do.

    @rule(who=people, mode=modes, number=integers(1, 3), doubtful=seldom)
    def ask(self, who: AccountId, mode: PaymentMode, number: int, *, doubtful: bool) -> None:
        holder = "Jean Dupont" if doubtful else "Odile Marchal"
        self._try(
            "ask",
            lambda: self.changing.ask(mode, holder=who, number=number, account_holder=holder),
        )

    @rule(who=people, number=integers(1, 3))
    def ask_for_another_account(self, who: AccountId, number: int) -> None:
        self._try("ask", lambda: self.changing.ask_account(holder=who, number=number))

    @precondition(lambda self: self.shown is not PaymentMode.ON_INVOICE)
    @rule(who=people)
    def revoke(self, who: AccountId) -> None:
        self._try(
            "revoke",
            lambda: self.changing.payments.revoke_mandate(
                holder=who, contract=CONTRACT, password=PASSWORD
            ),
        )

    @precondition(lambda self: self.seen)
    @rule(rank=ranks)
    def confirm(self, rank: int) -> None:
        reference = self._reference(rank)
        self._try("confirm", lambda: self.changing.confirm(reference))

    @precondition(lambda self: self.seen)
    @rule(rank=ranks, who=people | none(), really=seldom)
    def cancel(self, rank: int, who: AccountId | None, *, really: bool) -> None:
        """Take it back by the link of a letter, or signed in."""
        if not really:
            return
        reference, payments = self._reference(rank), self.changing.payments
        if who is None:
            link = self.changing.cancelling(reference)
            self._try("cancel", lambda: payments.cancel_by_link(link))
        else:
            self._try(
                "cancel",
                lambda: payments.cancel_change(holder=who, contract=CONTRACT, reference=reference),
            )

    # What time and the worker do.

    @rule(span=sampled_from(_SPANS), works=booleans())
    def wait(self, span: timedelta, *, works: bool) -> None:
        self.changing.surroundings.clock.advance(span)
        if works:
            self._try("work", self.changing.payments.run_due_changes)

    # What staff do.

    @precondition(lambda self: self.seen)
    @rule(rank=ranks)
    def look_and_let_through(self, rank: int) -> None:
        reference = self._reference(rank)

        def let() -> None:
            self.changing.payments.let_through(reference, actor=CLERK)
            self.let_through.add(reference)

        self._try("let through", let)

    @precondition(lambda self: self.seen)
    @rule(rank=ranks, really=seldom)
    def refuse(self, rank: int, *, really: bool) -> None:
        if not really:
            return
        reference = self._reference(rank)
        self._try(
            "refuse",
            lambda: self.changing.payments.refuse_change(reference, reason="Non.", actor=CLERK),
        )

    @precondition(lambda self: self.seen)
    @rule(rank=ranks)
    def close(self, rank: int) -> None:
        reference = self._reference(rank)
        self._try("close", lambda: self.changing.payments.close_change(reference, actor=CLERK))

    # What the billing system hears and says.

    @rule(of_mandates=booleans())
    def export(self, *, of_mandates: bool) -> None:
        if of_mandates:
            self._try(
                "export",
                lambda: self.exchange.export_mandates(since=None, hand_over=self._take_mandates),
            )
        else:
            self._try(
                "export",
                lambda: self.exchange.export_payment_modes(since=None, hand_over=self._take),
            )

    @rule(mode=modes | none(), number=integers(1, 3))
    def receive(
        self, mode: PaymentMode | None, number: int, of: MandateReference | None = None
    ) -> None:
        """Import contracts that show some mode, or the one that was asked for, or no news."""
        wanted = self._open()
        self.shown = mode or (wanted.after if wanted else self.shown)
        given = self.world.kept.mandates.of(of).masked_iban if of else french_iban(number).masked
        account = None if self.shown is PaymentMode.ON_INVOICE else given
        row = contract_row(tenure_in(self.shown, masked_iban=account))
        self._try(
            "receive",
            lambda: self.exchange.import_contracts(contract_feed([row]), actor=CLERK),
        )

    @precondition(lambda self: self._open())
    @rule(steps=sampled_from([4, 3, 2, 1]))
    def go_on(self, steps: int) -> None:
        """Have the open change take its next steps, as most do."""
        for _ in range(steps):
            change = self._open()
            match change and change.step:
                case ChangeStep.ASKED:
                    self.confirm(0)
                case ChangeStep.CONFIRMED if change and change.suspicions:
                    self.look_and_let_through(0)
                case ChangeStep.CONFIRMED:
                    self.wait(CHANGE_DELAY, works=True)
                case ChangeStep.READY:
                    self.export(of_mandates=False)
                    self.export(of_mandates=True)
                case ChangeStep.EXPORTED if change and change.mandate:
                    self.receive(None, 0, of=change.mandate)
                case ChangeStep.EXPORTED:
                    self.receive(None, 1)
                case _:
                    return

    # What holds, always.

    @invariant()
    def one_change_is_open_at_most(self) -> None:
        assert sum(each.change.step.is_open for each in self.seen.values()) <= 1

    @invariant()
    def nothing_goes_on_that_was_not_earned(self) -> None:
        for change in self._changes():
            if change.step in {_STEP.READY, _STEP.EXPORTED, _STEP.APPLIED}:
                assert change.confirmed_at
                assert change.due_at
                assert change.due_at <= self.changing.outside.clock.now()
                assert not change.suspicions
                waited = change.due_at - change.confirmed_at
                assert waited >= CHANGE_DELAY or change.is_revocation
                assert change.confirmed_at < change.asked_at + CHANGE_CONFIRMED_WITHIN

    @invariant()
    def a_request_stands_where_its_change_does(self) -> None:
        for change in self._changes():
            state = self.world.kept.requests.of(change.reference).state
            assert state is _STATES[change.step]

    @invariant()
    def one_mandate_is_in_force_at_most_and_was_earned(self) -> None:
        in_force = [
            each for each in self._mandates() if each.activated_on and each.ended_on is None
        ]
        assert len(in_force) <= 1
        applied = {
            each.mandate
            for each in self._changes()
            if each.step is _STEP.APPLIED and not each.is_revocation
        }
        assert {each.reference for each in in_force} <= applied

    @invariant()
    def what_does_not_come_about_leaves_no_mandate(self) -> None:
        alive = {each.reference for each in self._mandates() if each.ended_on is None}
        for change in self._changes():
            if change.step in _FAILED or change.is_revocation:
                assert change.mandate not in alive

    @invariant()
    def the_page_can_be_shown(self) -> None:
        found = self.changing.payments.show_arrangement(holder=BOB, contract=CONTRACT)
        pending = self._open()
        assert (found.pending and found.pending.reference) == (pending and pending.reference)
        assert found.mode is self.shown

    # What the rules need.

    def _try(self, gesture: str, happens: Callable[[], object]) -> None:
        """Let it happen or be refused; then see that every step was its own, and the next."""
        with suppress(*_REFUSALS):
            happens()
        now = self.changing.outside.clock.now()
        for change in self.world.kept.payment_changes.all():
            before = self.seen.get(change.reference)
            self._check_step(before.change if before else None, change, gesture)
            self.seen[change.reference] = Seen(change, now)

    def _check_step(self, before: PaymentChange | None, after: PaymentChange, gesture: str) -> None:
        if before is None:
            first = _STEP.READY if after.is_revocation else _STEP.ASKED
            assert (after.step, gesture) == (first, "revoke" if after.is_revocation else "ask")
            return
        if before.suspicions != after.suspicions:
            assert after.reference in self.let_through
        if before.step is after.step:
            return
        assert after.step in _LEADS_ON[before.step]
        assert gesture in _OWED_TO[after.step]

    def _take(self, changes: Sequence[PaymentChange]) -> None:
        assert {each.step for each in changes} <= {_STEP.READY, _STEP.EXPORTED}

    def _take_mandates(self, leaving: Sequence[LeavingMandate]) -> None:
        for each in leaving:
            assert self.seen[each.reference].change.step in {_STEP.READY, _STEP.EXPORTED}
            assert each.mandate.ended_on is None

    def _reference(self, rank: int) -> RequestReference:
        return sorted(self.seen, reverse=True)[min(rank, len(self.seen) - 1)]

    def _changes(self) -> list[PaymentChange]:
        return [each.change for each in self.seen.values()]

    def _mandates(self) -> list[KeptMandate]:
        return list(self.world.kept.mandates.kept.values())

    def _open(self) -> PaymentChange | None:
        return next((each for each in self._changes() if each.step.is_open), None)
