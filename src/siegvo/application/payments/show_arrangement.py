"""How a contract is paid: now, and as asked."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

import attrs

from siegvo.application.change_view import ChangeView
from siegvo.application.payments.plans import Plans
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Look, Readers
from siegvo.application.readers.invoices import KnownInvoice
from siegvo.application.repositories.payments import KeptMandate
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.situation import Standing
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.change import PaymentChange
from siegvo.domain.payments.mandate import MandateReference, MandateState, lapse_of, state_of
from siegvo.domain.payments.monthly_plan import MonthlyPlan
from siegvo.domain.payments.plan_rules import PlanRules

_ENOUGH: Final = 60
"""Invoices of a contract that hold a year of water, however often it is billed."""


@attrs.frozen(kw_only=True)
class MandateView:
    """What may be shown of a mandate."""

    reference: MandateReference
    state: MandateState
    masked_iban: str
    bic: str | None
    bank_name: str | None
    signed_at: datetime
    lapses_on: date


@attrs.frozen(kw_only=True)
class NextDebit:
    """So much, on that day."""

    on: date
    amount: Money


@attrs.frozen(kw_only=True)
class Arrangement:
    """How a contract is paid: the mandate that serves, the change on its way, the next debit.

    `masked_iban` is of the account that is debited, as far as the billing system or a mandate
    signed here tells.  `plan` is the schedule of who pays by the month, this year's or the next;
    `pending_plan` the one agreed to with a change that is not done yet.  `may_revoke` says
    whether a mandate can be taken back now.
    """

    tenure: Tenure
    mode: PaymentMode
    masked_iban: str | None
    mandate: MandateView | None
    pending: ChangeView | None
    next_debit: NextDebit | None
    plan: MonthlyPlan | None
    pending_plan: MonthlyPlan | None
    may_revoke: bool


@attrs.frozen(kw_only=True)
class ShowArrangement:
    look: Look
    clock: Clock
    vault: Vault
    rules: PlanRules

    def __call__(self, *, holder: AccountId, contract: ContractNumber) -> Arrangement:
        """Return how a contract is paid.

        Raises:
            ContractNotFound: `holder` is not linked to this contract.
            SealBroken: the bank details of the change on its way cannot be read.
        """
        with self.look() as readers:
            tenure = readers.tenures.held_by(holder, contract)
            mandate = self._serving(readers.mandates.of_contract(contract, tenure.payer))
            pending = readers.payment_changes.open_of(contract)
            theirs = pending if pending and pending.payer == tenure.payer else None
            invoices = _invoices(readers, holder, tenure, theirs)
            plans = Plans.of(self.rules, invoices)
            plan = self._plan(plans, readers, tenure)
            return Arrangement(
                tenure=tenure,
                mode=tenure.payment_mode,
                masked_iban=tenure.masked_iban or (mandate.masked_iban if mandate else None),
                mandate=self._view(mandate) if mandate else None,
                pending=self._pending(theirs, readers),
                next_debit=_first(self._debits(invoices, plan), theirs),
                plan=plan,
                pending_plan=plans.agreed(theirs),
                may_revoke=tenure.payment_mode.is_debited
                and (pending is None or pending.may_be_cancelled),
            )

    def _serving(self, mandates: Iterable[KeptMandate]) -> KeptMandate | None:
        """Return the one in force, or one that lapsed; those only signed come with a change."""
        today = self.clock.today()
        shown = {MandateState.ACTIVE, MandateState.LAPSED}
        known = [each for each in mandates if each.activated_on and state_of(each, today) in shown]
        return known[-1] if known else None

    def _view(self, kept: KeptMandate) -> MandateView:
        return MandateView(
            reference=kept.reference,
            state=state_of(kept, self.clock.today()),
            masked_iban=kept.masked_iban,
            bic=kept.bic,
            bank_name=kept.bank_name,
            signed_at=kept.evidence.at,
            lapses_on=lapse_of(kept),
        )

    def _pending(self, change: PaymentChange | None, readers: Readers) -> ChangeView | None:
        if change is None:
            return None
        return ChangeView.of(change, mandates=readers.mandates, vault=self.vault)

    def _plan(self, plans: Plans, readers: Readers, tenure: Tenure) -> MonthlyPlan | None:
        if tenure.payment_mode is not PaymentMode.MONTHLY:
            return None
        agreed = readers.payment_changes.monthly_of(tenure.contract, tenure.payer)
        return plans.in_force(agreed, today=self.clock.today())

    def _debits(
        self, invoices: Iterable[KnownInvoice], plan: MonthlyPlan | None
    ) -> Iterable[NextDebit]:
        today = self.clock.today()
        for known in invoices:
            situation, day = known.situation_on(today), known.invoice.debit_on
            if situation.standing is Standing.TO_BE_DEBITED and day is not None and day >= today:
                yield NextDebit(on=day, amount=situation.outstanding.amount)
        instalment = plan.next_after(today) if plan else None
        if instalment:
            yield NextDebit(on=instalment.on, amount=instalment.amount)


def _invoices(
    readers: Readers, holder: AccountId, tenure: Tenure, pending: PaymentChange | None
) -> tuple[KnownInvoice, ...]:
    """Return those of the payer that a debit or a plan may be made of."""
    modes = {tenure.payment_mode} | ({pending.after} if pending else set())
    if modes == {PaymentMode.ON_INVOICE}:
        return ()
    page = readers.invoice_lists.of(holder, contract=tenure.contract, most=_ENOUGH)
    return tuple(each for each in page.invoices if tenure.days.holds(each.invoice.belongs_on))


def _first(debits: Iterable[NextDebit], pending: PaymentChange | None) -> NextDebit | None:
    """Return the next one that can still happen: once a mandate is revoked, only a few days."""
    found = min(debits, key=lambda each: each.on, default=None)
    last = pending.debits_follow_from if pending and pending.is_revocation else None
    return None if found and last and found.on >= last else found
