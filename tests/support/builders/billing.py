"""Invoices for tests: unremarkable until a test says otherwise."""

from datetime import date
from decimal import Decimal

from siegvo.domain.billing.balance import Balance
from siegvo.domain.billing.collection import Collection, Means
from siegvo.domain.billing.invoice import Invoice, InvoiceKind, Period
from siegvo.domain.billing.invoice_line import Heading, InvoiceLine
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.money import Money
from tests.support.builders.contracts import CONTRACT

INVOICE = InvoiceNumber("2026-EA-0018342")


def an_invoice(
    number: str = INVOICE.text,
    *,
    contract: str = CONTRACT.digits,
    kind: InvoiceKind = InvoiceKind.INVOICE,
    issued: str = "2026-10-22",
    due: str = "2026-11-21",
    period: tuple[str, str] = ("2026-06-10", "2026-10-10"),
    total: int = 18_000,
    left: int | None = None,
    as_of: str = "2026-11-17",
    debit: str | None = None,
    is_cancelled: bool = False,
    document: str | None = None,
) -> Invoice:
    """Build one of which nothing was paid, unless `left` says what is left; in cents."""
    return Invoice(
        number=InvoiceNumber(number),
        contract=ContractNumber(contract),
        kind=kind,
        issued_on=date.fromisoformat(issued),
        due_on=date.fromisoformat(due),
        period=Period(first=date.fromisoformat(period[0]), last=date.fromisoformat(period[1])),
        total=Money(total),
        balance=Balance(
            amount=Money(total if left is None else left), as_of=date.fromisoformat(as_of)
        ),
        fiscal_year=2026,
        treasury_reference=number.replace("-", ""),
        debit_on=date.fromisoformat(debit) if debit else None,
        is_cancelled=is_cancelled,
        document=document,
    )


def an_invoice_line(
    rank: int = 1, *, invoice: str = INVOICE.text, heading: Heading = Heading.WATER
) -> InvoiceLine:
    return InvoiceLine(
        invoice=InvoiceNumber(invoice),
        rank=rank,
        heading=heading,
        label="Consommation d'eau potable",
        quantity=Decimal(54),
        unit="m3",
        unit_price=Decimal("1.4210"),
        vat_rate=Decimal("5.50"),
        net=Money(7673),
    )


def a_collection(
    amount: int = 18_000,
    *,
    on: str = "2026-11-10",
    means: Means = Means.TRANSFER,
    invoice: str = INVOICE.text,
) -> Collection:
    return Collection(
        invoice=InvoiceNumber(invoice),
        received_on=date.fromisoformat(on),
        amount=Money(amount),
        means=means,
    )
