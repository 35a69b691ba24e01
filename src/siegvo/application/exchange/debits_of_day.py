"""Which debits fall on a day, under which mandates."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

import attrs

from siegvo.application.ports.utility import Utility
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Readers
from siegvo.application.readers.debits import Agreement
from siegvo.application.repositories.payments import KeptMandate
from siegvo.application.sealed_mandates import opened
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.agreed_plan import plan_of_year
from siegvo.domain.payments.direct_debit import DirectDebit
from siegvo.domain.payments.dues import Due, debits_under, due_of_invoice, dues_of_plan
from siegvo.domain.payments.mandate import Mandate, MandateState
from siegvo.domain.payments.monthly_plan import DayNotOffered, NothingToSpread
from siegvo.domain.payments.plan_rules import PlanRules

_Holder = tuple[ContractNumber, PayerCode]

_LONGEST_CLOSED: Final = timedelta(days=10)
"""Banks are never closed for so long."""


@attrs.frozen(kw_only=True)
class DebitsOfDay:
    """What is collected on `day`, by mandate; `mandates` are those it is collected under.

    `without_mandate` counts what is due under mandates the portal does not hold, and
    `without_plan` who pays by the month and has no plan this year.
    """

    day: date
    debits: tuple[DirectDebit, ...]
    mandates: tuple[Mandate, ...]
    without_mandate: int
    without_plan: int

    @property
    def total(self) -> Money:
        return Money(sum(debit.amount.cents for debit in self.debits))

    def reference(self, prefix: str) -> str:
        """Return what names the file of this day: banks take one of a name, and no second.

        What changed since the first was sent must not be debited twice.
        """
        letters = "".join(sign for sign in prefix if sign.isascii() and sign.isalnum())
        return f"{letters[:20]}-{self.day:%Y%m%d}".lstrip("-")


def debits_of(
    day: date,
    readers: Readers,
    *,
    today: date,
    utility: Utility,
    vault: Vault,
) -> DebitsOfDay:
    """Return the invoices and the instalments to be debited on `day`."""
    rules = utility.direct_debits
    notice = timedelta(days=rules.notice_days)
    dues = defaultdict[_Holder, list[Due]](list)
    for each in readers.debit_lists.invoices(day - notice - _LONGEST_CLOSED, day):
        situation = each.known.situation_on(today)
        due = due_of_invoice(each.known.invoice, situation, payer=each.payer)
        if due and due.day(rules) == day:
            dues[due.contract, due.payer].append(due)
    without_plan = 0
    for agreement in readers.debit_lists.agreements():
        instalments = _instalments(agreement, utility.monthly_plan, year=day.year)
        without_plan += instalments is None
        for due in instalments or ():
            if due.day(rules) == day:
                dues[due.contract, due.payer].append(due)
    mandates = _in_force(readers.mandates.serving(), dues, day, vault)
    return DebitsOfDay(
        day=day,
        debits=tuple(
            debit
            for holder, mandate in mandates.items()
            for debit in debits_under(mandate, dues[holder], on=day, rules=rules)
        ),
        mandates=tuple(mandates.values()),
        without_mandate=sum(len(found) for holder, found in dues.items() if holder not in mandates),
        without_plan=without_plan,
    )


def _instalments(agreement: Agreement, rules: PlanRules, *, year: int) -> tuple[Due, ...] | None:
    """Return the instalments of a year, if any; nothing when there can be no plan."""
    try:
        plan = plan_of_year(
            rules,
            invoiced=agreement.invoiced,
            debit_day=agreement.debit_day,
            agreed_on=agreement.agreed_on,
            year=year,
        )
    except (DayNotOffered, NothingToSpread):
        return None
    if plan is None:
        return ()
    return tuple(
        dues_of_plan(
            plan,
            contract=agreement.contract,
            payer=agreement.payer,
            agreed_on=agreement.agreed_on,
        )
    )


def _in_force(
    kept: Iterable[KeptMandate],
    dues: Mapping[_Holder, list[Due]],
    day: date,
    vault: Vault,
) -> dict[_Holder, Mandate]:
    """Open the mandates that are needed, and serve on `day`; the latest of each payer."""
    found: dict[_Holder, Mandate] = {}
    for each in sorted(kept, key=lambda mandate: mandate.reference):
        holder = each.contract, each.payer
        if holder in dues:
            mandate = opened(vault, each)
            if mandate.state_on(day) is MandateState.ACTIVE:
                found[holder] = mandate
    return found
