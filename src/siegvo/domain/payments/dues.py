"""What is to be debited from whom, and how it becomes a debit under a mandate."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.situation import Situation, Standing
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.direct_debit import DebitRules, DirectDebit, MonthOf
from siegvo.domain.payments.mandate import Mandate
from siegvo.domain.payments.monthly_plan import MonthlyPlan

_PARIS: Final = ZoneInfo("Europe/Paris")


@attrs.frozen(kw_only=True)
class Due:
    """An amount to take from a payer: when it is wanted, and since when they were told."""

    contract: ContractNumber
    payer: PayerCode
    amount: Money
    wanted_on: date
    told_on: date
    about: InvoiceNumber | MonthOf

    def day(self, rules: DebitRules) -> date:
        """Return the one day it is taken on, whenever that is asked."""
        return rules.day_for(self.wanted_on, told_on=self.told_on)

    @property
    def name(self) -> str:
        """Return what names its debit from end to end: the same for the same."""
        match self.about:
            case InvoiceNumber(text):
                # Banks do not pass underlines on, and no invoice has a plus sign.
                return text.replace("_", "+")
            case MonthOf(contract=contract, on=on):
                return f"{contract}-{on:%Y%m}"


def due_of_invoice(invoice: Invoice, situation: Situation, *, payer: PayerCode) -> Due | None:
    """Return what a debit takes for an invoice, if one does; the invoice itself announces it."""
    if situation.standing is not Standing.TO_BE_DEBITED or invoice.debit_on is None:
        return None
    return Due(
        contract=invoice.contract,
        payer=payer,
        amount=situation.outstanding.amount,
        wanted_on=invoice.debit_on,
        told_on=invoice.issued_on,
        about=invoice.number,
    )


def dues_of_plan(
    plan: MonthlyPlan, *, contract: ContractNumber, payer: PayerCode, agreed_on: date
) -> Iterator[Due]:
    """Yield what debits take for a plan; the schedule that was agreed to announces them all."""
    for instalment in plan.instalments:
        yield Due(
            contract=contract,
            payer=payer,
            amount=instalment.amount,
            wanted_on=instalment.on,
            told_on=agreed_on,
            about=MonthOf(contract=contract, on=instalment.on),
        )


def debits_under(
    mandate: Mandate, dues: Iterable[Due], *, on: date, rules: DebitRules
) -> Iterator[DirectDebit]:
    """Yield the debits of one mandate on one day; only the very first of all is marked so.

    A file that is made again for a day marks what it marked before.
    """
    was_collected = mandate.first_collected_on not in {None, on}
    details = mandate.details
    for due in sorted(dues, key=lambda each: each.name):
        yield DirectDebit(
            mandate=mandate.reference.text,
            signed_on=mandate.evidence.at.astimezone(_PARIS).date(),
            debtor=details.holder,
            iban=details.iban,
            bic=details.bic,
            amount=due.amount,
            collect_on=on,
            end_to_end=due.name,
            sequence=rules.sequence(was_collected=was_collected),
            about=due.about,
        )
        was_collected = True
