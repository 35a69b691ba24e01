"""What debits are made of, for the staff who ask banks for them."""

from datetime import date
from typing import Protocol

import attrs

from siegvo.application.readers.invoices import KnownInvoice
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.money import Money


@attrs.frozen(kw_only=True)
class PayersInvoice:
    """An invoice, and the payer it belongs to."""

    payer: PayerCode
    known: KnownInvoice


@attrs.frozen(kw_only=True)
class Agreement:
    """A payer who pays a contract by the month: on which day, and since when it is agreed.

    `invoiced` are the days and amounts of all their invoices that were not cancelled.
    """

    contract: ContractNumber
    payer: PayerCode
    debit_day: int
    agreed_on: date
    invoiced: tuple[tuple[date, Money], ...] = ()


class DebitLists(Protocol):
    """What is to be debited, whoever looks; accounts are not in it."""

    def invoices(self, first: date, last: date) -> tuple[PayersInvoice, ...]:
        """Return the invoices that a debit takes from `first` to `last`, by number.

        Those cancelled, and those of nobody, are left out.
        """

    def last_collected(self, contract: ContractNumber, payer: PayerCode) -> date | None:
        """Return when a direct debit last paid an invoice of this payer, as far as is known."""

    def agreements(self) -> tuple[Agreement, ...]:
        """Return who pays by the month as the portal arranged it, by contract."""
