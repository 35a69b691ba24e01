"""A subscriber sees what paying by the month would come to, before agreeing to it."""

from typing import Final

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Look
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.payments.agreed_plan import agreed_plan
from siegvo.domain.payments.monthly_plan import MonthlyPlan
from siegvo.domain.payments.plan_rules import PlanRules

_ENOUGH: Final = 60
"""Invoices of a contract that hold a year of water, however often it is billed."""


@attrs.frozen
class PlanMonths:
    """Spread the last year of a contract over the months to come."""

    look: Look
    clock: Clock
    rules: PlanRules

    def __call__(
        self, *, holder: AccountId, contract: ContractNumber, debit_day: int
    ) -> MonthlyPlan:
        """Return the plan that begins if they agree today (cents, days in Paris).

        It is made of what was invoiced to the payer who has the contract now.

        Raises:
            ContractNotFound: `holder` is not linked to a payer of this contract.
            ContractEnded: it no longer runs for this payer.
            DayNotOffered: nobody is debited on that day of the month.
            NothingToSpread: the instalments would be too small.
        """
        today = self.clock.today()
        with self.look() as readers:
            tenure = readers.tenures.held_by(holder, contract)
            page = readers.invoice_lists.of(holder, contract=contract, most=_ENOUGH)
        tenure.check_runs_on(today)
        invoices = (known.invoice for known in page.invoices)
        return agreed_plan(
            self.rules,
            invoiced=[
                (invoice.issued_on, invoice.total)
                for invoice in invoices
                if tenure.days.holds(invoice.belongs_on) and not invoice.is_cancelled
            ],
            debit_day=debit_day,
            agreed_on=today,
        )
