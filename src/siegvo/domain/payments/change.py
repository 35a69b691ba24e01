"""Another payment mode, or another account: asked, proved, waited for, then done."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, Self
from zoneinfo import ZoneInfo

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.errors import Refused
from siegvo.domain.payments.mandate import MandateReference
from siegvo.domain.policy import CHANGE_CONFIRMED_WITHIN, DEBIT_CUT_OFF
from siegvo.domain.requests.reference import RequestReference

_PARIS: Final = ZoneInfo("Europe/Paris")


class ChangeStep(StrEnum):
    """How far a change has come; each step leads on to a few others, and none is skipped."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    READY = "ready"
    EXPORTED = "exported"
    APPLIED = "applied"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    LAPSED = "lapsed"

    @property
    def is_open(self) -> bool:
        return bool(_NEXT[self])


_NEXT: Final[Mapping[ChangeStep, frozenset[ChangeStep]]] = {
    ChangeStep.ASKED: frozenset(
        {ChangeStep.CONFIRMED, ChangeStep.CANCELLED, ChangeStep.REFUSED, ChangeStep.LAPSED}
    ),
    ChangeStep.CONFIRMED: frozenset({ChangeStep.READY, ChangeStep.CANCELLED, ChangeStep.REFUSED}),
    ChangeStep.READY: frozenset({ChangeStep.EXPORTED, ChangeStep.CANCELLED, ChangeStep.REFUSED}),
    ChangeStep.EXPORTED: frozenset({ChangeStep.APPLIED, ChangeStep.REFUSED}),
    ChangeStep.APPLIED: frozenset(),
    ChangeStep.CANCELLED: frozenset(),
    ChangeStep.REFUSED: frozenset(),
    ChangeStep.LAPSED: frozenset(),
}


class Suspicion(StrEnum):
    """Why a person looks at a change before it takes effect."""

    SHARED_ACCOUNT = "shared_account"
    """Other payers are debited on the same account."""
    FRESH_ACCESS = "fresh_access"
    """The contract was linked, or the password or the mailbox changed, a few days ago."""
    OTHER_HOLDER = "other_holder"
    """The account is in the name of somebody else than the payer."""


@attrs.frozen(kw_only=True)
class ChangeCannotBecome(Refused):
    """The change stands where no such step leads on."""

    reference: RequestReference
    step: ChangeStep
    wanted: ChangeStep


@attrs.frozen(kw_only=True)
class ChangeNotConfirmedInTime(Refused):
    """Nobody confirmed it from the mailbox: it is to be asked again."""

    reference: RequestReference


@attrs.frozen(kw_only=True)
class ChangeTooEarly(Refused):
    """It waits until `due_at`, so that whoever did not ask for it has time to say so."""

    reference: RequestReference
    due_at: datetime


@attrs.frozen(kw_only=True)
class ChangeUnderSuspicion(Refused):
    """Staff have to let it through first."""

    reference: RequestReference


@attrs.frozen(kw_only=True)
class PaymentChange:
    """What an account asked about the payment of a contract.

    With the same mode before and after, only the account changes.  A `mandate` is signed
    with it unless nothing is debited any more.  `due_at` is when it may take effect;
    `suspicions` are those staff have not looked at.  A revocation takes a mandate back that
    was given before: `mandate`, as far as the portal holds it.
    """

    reference: RequestReference
    contract: ContractNumber
    payer: PayerCode
    account: AccountId | None
    before: PaymentMode
    after: PaymentMode
    asked_at: datetime
    mandate: MandateReference | None = None
    debit_day: int | None = None
    step: ChangeStep = ChangeStep.ASKED
    confirmed_at: datetime | None = None
    due_at: datetime | None = None
    suspicions: frozenset[Suspicion] = frozenset()
    exported_at: datetime | None = None
    is_revocation: bool = False
    version: int = 0

    @classmethod
    def revocation(
        cls,
        *,
        reference: RequestReference,
        contract: ContractNumber,
        payer: PayerCode,
        account: AccountId,
        before: PaymentMode,
        at: datetime,
        mandate: MandateReference | None,
    ) -> Self:
        """Return a mandate taken back, by somebody who has just proved who they are.

        Nothing waits: the debtor may do so at any time, and it takes no money from anybody.
        """
        asked = cls(
            reference=reference,
            contract=contract,
            payer=payer,
            account=account,
            before=before,
            after=PaymentMode.ON_INVOICE,
            asked_at=at,
            mandate=mandate,
            is_revocation=True,
        )
        return asked.confirm(at=at, delay=timedelta()).become_ready(at=at)

    @property
    def signed(self) -> MandateReference | None:
        """The mandate given with it, which serves once it is applied."""
        return None if self.is_revocation else self.mandate

    @property
    def is_of_account_only(self) -> bool:
        return self.before is self.after

    @property
    def asked_on(self) -> date:
        """The day in Paris: what a monthly plan is made of was known by then."""
        return self.asked_at.astimezone(_PARIS).date()

    @property
    def confirm_by(self) -> datetime:
        return self.asked_at + CHANGE_CONFIRMED_WITHIN

    @property
    def may_be_cancelled(self) -> bool:
        """Say whether the billing system does not have it yet; a mandate does not come back."""
        return ChangeStep.CANCELLED in _NEXT[self.step] and not self.is_revocation

    @property
    def debits_follow_from(self) -> date | None:
        """The first day whose debit is taken the new way, if staff export it at once.

        A debit that is due sooner is prepared already, and taken the old way.
        """
        if self.due_at is None:
            return None
        return self.due_at.astimezone(_PARIS).date() + DEBIT_CUT_OFF

    def confirmation_state(self, *proofs: str) -> tuple[str, ...]:
        """Return what the link that confirms depends on, `proofs` of its account included."""
        return self.step.value, self.asked_at.isoformat(), *proofs

    @property
    def cancellation_state(self) -> tuple[str, ...]:
        """Return what the link that takes it back depends on: no step, it may be confirmed."""
        return self.contract.digits, self.asked_at.isoformat()

    def confirm(self, *, at: datetime, delay: timedelta) -> Self:
        """Return it as confirmed from the mailbox on file.

        Raises:
            ChangeCannotBecome: it was already, or is over.
            ChangeNotConfirmedInTime: too late.
        """
        moved = self._become(ChangeStep.CONFIRMED)
        if at >= self.confirm_by:
            raise ChangeNotConfirmedInTime(reference=self.reference)
        return attrs.evolve(moved, confirmed_at=at, due_at=at + delay)

    def let_through(self) -> Self:
        """Return it as staff have looked at it and found nothing wrong.

        Raises:
            ChangeCannotBecome: there is nothing to look at any more.
        """
        if self.step not in {ChangeStep.ASKED, ChangeStep.CONFIRMED}:
            raise ChangeCannotBecome(
                reference=self.reference, step=self.step, wanted=ChangeStep.READY
            )
        return attrs.evolve(self, suspicions=frozenset())

    def become_ready(self, *, at: datetime) -> Self:
        """Return it as the billing system may have it.

        Raises:
            ChangeCannotBecome: it was not confirmed, or is over.
            ChangeTooEarly: it has to wait.
            ChangeUnderSuspicion: staff have to let it through.
        """
        moved = self._become(ChangeStep.READY)
        if self.due_at is None or at < self.due_at:
            raise ChangeTooEarly(reference=self.reference, due_at=self.due_at or at)
        if self.suspicions:
            raise ChangeUnderSuspicion(reference=self.reference)
        return moved

    def export(self, *, at: datetime) -> Self:
        """Return it as handed to the billing system; handing it over again changes nothing.

        Raises:
            ChangeCannotBecome: it is not ready.
        """
        if self.step is ChangeStep.EXPORTED:
            return self
        return attrs.evolve(self._become(ChangeStep.EXPORTED), exported_at=at)

    def apply(self) -> Self:
        """Return it as the billing system shows it done.

        Raises:
            ChangeCannotBecome: it was never handed over.
        """
        return self._become(ChangeStep.APPLIED)

    def cancel(self) -> Self:
        """Return it as taken back.

        Raises:
            ChangeCannotBecome: the billing system has it already, or it is a revocation.
        """
        cancelled = self._become(ChangeStep.CANCELLED)
        if not self.may_be_cancelled:
            raise ChangeCannotBecome(
                reference=self.reference, step=self.step, wanted=cancelled.step
            )
        return cancelled

    def refuse(self) -> Self:
        """Return it as staff refused it.

        Raises:
            ChangeCannotBecome: it is over.
        """
        return self._become(ChangeStep.REFUSED)

    def lapse(self, *, at: datetime) -> Self:
        """Return it as nobody confirmed it.

        Raises:
            ChangeCannotBecome: somebody did, or there is time left.
        """
        if at < self.confirm_by:
            raise ChangeCannotBecome(
                reference=self.reference, step=self.step, wanted=ChangeStep.LAPSED
            )
        return self._become(ChangeStep.LAPSED)

    def _become(self, step: ChangeStep) -> Self:
        if step not in _NEXT[self.step]:
            raise ChangeCannotBecome(reference=self.reference, step=self.step, wanted=step)
        return attrs.evolve(self, step=step)
