"""What the billing system asked for, as it told us."""

from datetime import date, timedelta
from enum import StrEnum

import attrs

from siegvo.domain.billing.balance import Balance
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.money import Money


class InvoiceKind(StrEnum):
    INVOICE = "invoice"
    INTERIM = "interim"
    CREDIT_NOTE = "credit_note"


@attrs.frozen(kw_only=True)
class Period:
    """From the day of one reading to the day of the next, which begins the next period."""

    first: date
    last: date

    def __attrs_post_init__(self) -> None:
        if self.last < self.first:
            message = f"{self.last} is before {self.first}"
            raise ValueError(message)

    @property
    def last_day_drawn(self) -> date:
        """The last day whose water is all charged here."""
        return max(self.first, self.last - timedelta(days=1))


@attrs.frozen(kw_only=True)
class Invoice:
    """An invoice, an interim one or a credit note; only an import changes it.

    Amounts include tax but for `net`; a credit note's are below zero.  `volume_m3` is what
    was charged.  `treasury_reference` and `fiscal_year` name it to the treasury.  `debit_on`
    is the day a direct debit takes it.  `document` names the PDF among the invoice files.
    """

    number: InvoiceNumber
    contract: ContractNumber
    kind: InvoiceKind
    issued_on: date
    due_on: date
    period: Period
    total: Money
    balance: Balance
    net: Money | None = None
    vat: Money | None = None
    volume_m3: int | None = None
    fiscal_year: int | None = None
    treasury_reference: str | None = None
    debit_on: date | None = None
    is_cancelled: bool = False
    document: str | None = None

    @property
    def belongs_on(self) -> date:
        """The day that says whose it is: who held the contract then was charged."""
        return self.period.last_day_drawn

    @property
    def is_credit(self) -> bool:
        return self.kind is InvoiceKind.CREDIT_NOTE or self.total.cents < 0
