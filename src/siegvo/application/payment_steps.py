"""A change of payment mode takes a step: its request, its mandate and its people follow."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final, Self

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Work
from siegvo.application.repositories.audit import Entry
from siegvo.application.repositories.payments import KeptMandate
from siegvo.application.sealed_mandates import moved
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.events import Event
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.payments.change import ChangeStep, PaymentChange
from siegvo.domain.payments.events import (
    MandateRevoked,
    PaymentChangeApplied,
    PaymentChangeCancelled,
    PaymentChangeConfirmed,
    PaymentChangeRefused,
)
from siegvo.domain.payments.mandate import Mandate, MandateState
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState

_STATES: Final[Mapping[ChangeStep, RequestState]] = {
    ChangeStep.CONFIRMED: RequestState.IN_PROGRESS,
    ChangeStep.READY: RequestState.IN_PROGRESS,
    ChangeStep.EXPORTED: RequestState.EXPORTED,
    ChangeStep.APPLIED: RequestState.DONE,
    ChangeStep.CANCELLED: RequestState.CANCELLED,
    ChangeStep.LAPSED: RequestState.CANCELLED,
    ChangeStep.REFUSED: RequestState.REFUSED,
}
"""How far the request is that carries a change."""

_SERVING: Final = frozenset({MandateState.SIGNED, MandateState.ACTIVE})

Tell = Callable[[str], Event]
"""Make the event that tells one account, by its name."""


@attrs.frozen(kw_only=True)
class PaymentSteps:
    """One moment, on one day in Paris."""

    work: Work
    vault: Vault
    now: datetime
    today: date

    @classmethod
    def at_once(cls, work: Work, *, vault: Vault, clock: Clock) -> Self:
        """Take them at the moment it is."""
        return cls(work=work, vault=vault, now=clock.now(), today=clock.today())

    def held(self, reference: RequestReference) -> PaymentChange:
        """Return a change; no other transaction that holds it goes on meanwhile.

        Raises:
            RequestNotFound: nothing bears this reference.
            ChangeNotFound: it is a request about something else.
        """
        self.work.requests.hold(reference)
        return self.work.payment_changes.of(reference)

    def confirm(self, change: PaymentChange, *, delay: timedelta) -> None:
        """Keep that it was confirmed, and tell everybody who may object.

        Raises:
            ChangeCannotBecome: it was already, or is over.
            ChangeNotConfirmedInTime: too late.
        """
        self.take(change, change.confirm(at=self.now, delay=delay))
        self._tell_all(
            change,
            lambda account: PaymentChangeConfirmed(
                at=self.now, reference=str(change.reference), account=account
            ),
        )

    def take(
        self, before: PaymentChange, after: PaymentChange, *, reason: str | None = None
    ) -> None:
        """Keep a step, and bring the request that carries the change to where it stands.

        Raises:
            PaymentChangedMeanwhile: somebody else moved it first.
        """
        self.work.payment_changes.save(after)
        request, state = self.work.requests.hold(before.reference), _STATES[after.step]
        if request.state is not state:
            self.work.requests.save(request.become(state, at=self.now, reason=reason))

    def drop(self, change: PaymentChange, *, quietly: bool = False) -> None:
        """Take a change back; unless something else takes its place, tell everybody.

        Raises:
            ChangeCannotBecome: the billing system has it, or it is over.
        """
        self.take(change, change.cancel())
        self._end_mandate(change)
        if not quietly:
            self._tell_all(change, self._cancelled(change, has_lapsed=False))

    def revoke(self, change: PaymentChange) -> None:
        """End every mandate of the contract at once, and tell everybody who sees it.

        Nothing is opened for it: who cannot read an account must not go on debiting it.
        """
        for kept in self._mandates(change):
            if kept.ended_on is None:
                self.work.mandates.save(attrs.evolve(kept, ended_on=self.today))
        self._tell_all(
            change,
            lambda account: MandateRevoked(
                at=self.now, reference=str(change.reference), account=account
            ),
        )

    def lapse(self, change: PaymentChange) -> None:
        """Give up a change that nobody confirmed in time, and tell who asked.

        Raises:
            ChangeCannotBecome: somebody did, or there is time left.
        """
        self.take(change, change.lapse(at=self.now))
        self._end_mandate(change)
        if change.account:
            self.work.record(self._cancelled(change, has_lapsed=True)(str(change.account)))

    def refuse(self, change: PaymentChange, *, reason: str) -> None:
        """Refuse a change, and tell who asked why.

        Raises:
            ChangeCannotBecome: it is over.
        """
        self.take(change, change.refuse(), reason=reason)
        self._end_mandate(change)
        if change.account:
            self.work.record(
                PaymentChangeRefused(
                    at=self.now,
                    reference=str(change.reference),
                    account=str(change.account),
                    reason=reason,
                )
            )

    def apply(self, change: PaymentChange) -> None:
        """Keep that the billing system has it: its mandate serves, the ones before no more.

        Raises:
            ChangeCannotBecome: it was never handed over.
            SealBroken: its mandate is not the one that was signed.
        """
        self.take(change, change.apply())
        for kept in self._mandates(change):
            if kept.reference == change.signed:
                new = moved(self.vault, kept, lambda mandate: mandate.activate(on=self.today))
            elif change.signed or change.after is PaymentMode.ON_INVOICE:
                new = moved(self.vault, kept, self._ended_by(change))
            else:
                continue
            self.work.mandates.save(new)
        self._tell_all(
            change,
            lambda account: PaymentChangeApplied(
                at=self.now, reference=str(change.reference), account=account
            ),
        )

    def note(
        self, change: PaymentChange, gesture: Gesture, *, actor: Actor, origin: str = ""
    ) -> None:
        """Write to the audit trail who did what to a change."""
        self.work.audit.add(
            Entry(
                at=self.now,
                actor=actor,
                gesture=gesture,
                subject=str(change.reference),
                origin=origin,
            )
        )

    def people_of(self, change: PaymentChange) -> tuple[AccountId, ...]:
        """Return who sees the contract, and may object."""
        return self.work.links.accounts_of(change.payer)

    def _mandates(self, change: PaymentChange) -> Iterator[KeptMandate]:
        """Return those of the contract, held: an export of debits may use one meanwhile."""
        for each in self.work.mandates.of_contract(change.contract, change.payer):
            yield self.work.mandates.hold(each.reference)

    def _ended_by(self, change: PaymentChange) -> Callable[[Mandate], Mandate]:
        def end(mandate: Mandate) -> Mandate:
            if mandate.state_on(self.today) not in _SERVING:
                return mandate
            return (
                mandate.replace(on=self.today) if change.signed else mandate.revoke(on=self.today)
            )

        return end

    def _end_mandate(self, change: PaymentChange) -> None:
        """End the mandate signed with a change that does not come about.

        Nothing is opened for it: an account that cannot be read must not be kept alive.
        """
        if change.signed:
            kept = self.work.mandates.hold(change.signed)
            self.work.mandates.save(attrs.evolve(kept, ended_on=self.today))

    def _cancelled(self, change: PaymentChange, *, has_lapsed: bool) -> Tell:
        def tell(account: str) -> Event:
            return PaymentChangeCancelled(
                at=self.now,
                reference=str(change.reference),
                account=account,
                has_lapsed=has_lapsed,
            )

        return tell

    def _tell_all(self, change: PaymentChange, tell: Tell) -> None:
        for account in self.people_of(change):
            self.work.record(tell(str(account)))
