"""How a contract is paid: now, and as asked."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

import attrs

from siegvo.application.change_view import ChangeView
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
from siegvo.domain.payments.agreed_plan import plan_of_year
from siegvo.domain.payments.change import PaymentChange
from siegvo.domain.payments.mandate import MandateReference, MandateState, lapse_of, state_of
from siegvo.domain.payments.monthly_plan import DayNotOffered, NothingToSpread
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
    signed here tells.
    """

    tenure: Tenure
    mode: PaymentMode
    masked_iban: str | None
    mandate: MandateView | None
    pending: ChangeView | None
    next_debit: NextDebit | None


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
            return Arrangement(
                tenure=tenure,
                mode=tenure.payment_mode,
                masked_iban=tenure.masked_iban or (mandate.masked_iban if mandate else None),
                mandate=self._view(mandate) if mandate else None,
                pending=self._pending(pending, tenure, readers),
                next_debit=self._next_debit(readers, holder, tenure),
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

    def _pending(
        self, change: PaymentChange | None, tenure: Tenure, readers: Readers
    ) -> ChangeView | None:
        if change is None or change.payer != tenure.payer:
            return None
        return ChangeView.of(change, mandates=readers.mandates, vault=self.vault)

    def _next_debit(self, readers: Readers, holder: AccountId, tenure: Tenure) -> NextDebit | None:
        if tenure.payment_mode is PaymentMode.ON_INVOICE:
            return None
        page = readers.invoice_lists.of(holder, contract=tenure.contract, most=_ENOUGH)
        theirs = [each for each in page.invoices if tenure.days.holds(each.invoice.belongs_on)]
        debits = [*self._debits_of(theirs), *self._instalments(readers, tenure, theirs)]
        return min(debits, key=lambda each: each.on, default=None)

    def _debits_of(self, invoices: Iterable[KnownInvoice]) -> Iterable[NextDebit]:
        today = self.clock.today()
        for known in invoices:
            situation, day = known.situation_on(today), known.invoice.debit_on
            if situation.standing is Standing.TO_BE_DEBITED and day is not None and day >= today:
                yield NextDebit(on=day, amount=situation.outstanding.amount)

    def _instalments(
        self, readers: Readers, tenure: Tenure, invoices: Iterable[KnownInvoice]
    ) -> Iterable[NextDebit]:
        agreed = readers.payment_changes.monthly_of(tenure.contract, tenure.payer)
        if tenure.payment_mode is not PaymentMode.MONTHLY or not agreed or not agreed.debit_day:
            return
        today = self.clock.today()
        for year in (today.year, today.year + 1):
            try:
                plan = plan_of_year(
                    self.rules,
                    invoiced=[
                        (each.invoice.issued_on, each.invoice.total)
                        for each in invoices
                        if not each.invoice.is_cancelled
                    ],
                    debit_day=agreed.debit_day,
                    agreed_on=agreed.asked_on,
                    year=year,
                )
            except (DayNotOffered, NothingToSpread):
                continue
            instalment = plan.next_after(today) if plan else None
            if instalment:
                yield NextDebit(on=instalment.on, amount=instalment.amount)
