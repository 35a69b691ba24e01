"""Invoices, their lines and what was received for them, in SQL."""

from decimal import Decimal
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, and_, bindparam, literal_column, or_, select

from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.tables.billing import collections, invoice_lines, invoices
from siegvo.adapters.sql.tables.contracts import links, tenures
from siegvo.application.repositories.billing import InvoiceNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.balance import Balance
from siegvo.domain.billing.collection import Collection, Means
from siegvo.domain.billing.invoice import Invoice, InvoiceKind, Period
from siegvo.domain.billing.invoice_line import Heading, InvoiceLine
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.money import Money

BELONGS: Final = and_(
    tenures.c.contract == invoices.c.contract,
    tenures.c.started_on <= invoices.c.belongs_on,
    or_(tenures.c.ended_on.is_(None), tenures.c.ended_on >= invoices.c.belongs_on),
)
"""An invoice is of the payer who held the contract on the day it belongs to."""

HELD: Final = (
    select(invoices)
    .join(tenures, BELONGS)
    .join(links, links.c.payer == tenures.c.payer)
    .where(links.c.account == bindparam("holder"), invoices.c.number == bindparam("number"))
    .limit(literal_column("1"))  # given as a parameter, SQLite would plan anew each time
)

_LINES: Final = Prepared(
    select(invoice_lines)
    .where(invoice_lines.c.invoice == bindparam("number"))
    .order_by(invoice_lines.c.rank)
)

_COLLECTIONS: Final = (
    select(collections)
    .where(collections.c.invoice == bindparam("number"))
    .order_by(collections.c.received_on, collections.c.amount_cents, collections.c.means)
)

_day = bindparam("belongs_on", type_=invoices.c.belongs_on.type)
_LAST_PAYABLE: Final = (
    select(invoices.c.number)
    .join(tenures, BELONGS)
    .where(
        invoices.c.contract == bindparam("contract"),
        tenures.c.started_on <= _day,
        or_(tenures.c.ended_on.is_(None), tenures.c.ended_on >= _day),
        invoices.c.is_cancelled.is_(False),
        invoices.c.kind != InvoiceKind.CREDIT_NOTE.value,
        invoices.c.total_cents >= 0,
    )
    .order_by(invoices.c.issued_on.desc(), invoices.c.number.desc())
    .limit(literal_column("1"))
)


@attrs.frozen
class SqlInvoices:
    """`Invoices`, in the tables of `tables/billing.py`."""

    connection: Connection

    def held_by(self, holder: AccountId, number: InvoiceNumber) -> Invoice:
        wanted = {"holder": holder, "number": number.text}
        row = self.connection.execute(HELD, wanted).one_or_none()
        if row is None:
            raise InvoiceNotFound(number)
        return invoice_from(row)

    def lines_of(self, number: InvoiceNumber) -> tuple[InvoiceLine, ...]:
        rows = _LINES.rows(self.connection, {"number": number.text})
        return tuple(map(invoice_line_from, rows))

    def collections_of(self, number: InvoiceNumber) -> tuple[Collection, ...]:
        rows = self.connection.execute(_COLLECTIONS, {"number": number.text})
        return tuple(map(collection_from, rows))

    def last_payable_of(self, invoice: Invoice) -> InvoiceNumber | None:
        belongs = {"contract": invoice.contract.digits, "belongs_on": invoice.belongs_on}
        number = self.connection.execute(_LAST_PAYABLE, belongs).scalar_one_or_none()
        return None if number is None else InvoiceNumber(number)


def invoice_from(row: Row[Any]) -> Invoice:
    """Return the invoice whose columns `row` holds."""
    return Invoice(
        number=InvoiceNumber(row.number),
        contract=ContractNumber(row.contract),
        kind=InvoiceKind(row.kind),
        issued_on=row.issued_on,
        due_on=row.due_on,
        period=Period(first=row.period_first, last=row.period_last),
        total=Money(row.total_cents),
        balance=Balance(amount=Money(row.outstanding_cents), as_of=row.as_of),
        net=_maybe(row.net_cents),
        vat=_maybe(row.vat_cents),
        volume_m3=row.volume_m3,
        fiscal_year=row.fiscal_year,
        treasury_reference=row.treasury_reference,
        debit_on=row.debit_on,
        is_cancelled=row.is_cancelled,
        document=row.document,
    )


def invoice_line_from(row: Row[Any]) -> InvoiceLine:
    """Return the line whose columns `row` holds."""
    return InvoiceLine(
        invoice=InvoiceNumber(row.invoice),
        rank=row.rank,
        heading=Heading(row.heading),
        label=row.label,
        quantity=Decimal(row.quantity),
        unit=row.unit,
        unit_price=Decimal(row.unit_price).scaleb(-4),
        vat_rate=Decimal(row.vat_rate).scaleb(-2),
        net=Money(row.net_cents),
    )


def collection_from(row: Row[Any]) -> Collection:
    """Return the collection whose columns `row` holds."""
    return Collection(
        invoice=InvoiceNumber(row.invoice),
        received_on=row.received_on,
        amount=Money(row.amount_cents),
        means=Means(row.means),
    )


def _maybe(cents: int | None) -> Money | None:
    return None if cents is None else Money(cents)
