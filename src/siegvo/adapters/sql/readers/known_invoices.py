"""Invoices with all that says how they stand; rows repeat an invoice for each thing said of it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Row,
    and_,
    literal_column,
    or_,
    select,
)

from siegvo.adapters.sql.repositories.invoices import collection_from, invoice_from
from siegvo.adapters.sql.tables.billing import collections, invoices
from siegvo.adapters.sql.tables.online_payments import online_payments
from siegvo.application.readers.invoices import KnownInvoice
from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import InvoiceKind
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.billing.situation import PaidOnline
from siegvo.domain.kernel.money import Money

_PARIS: Final = ZoneInfo("Europe/Paris")
_TELLING: Final = tuple(
    state.value for state in PaymentState if state.is_open or state is PaymentState.PAID
)


def is_payable(among: FromClause) -> ColumnElement[bool]:
    """Match what is neither cancelled nor a credit."""
    return and_(
        among.c.is_cancelled.is_(False),
        among.c.kind != InvoiceKind.CREDIT_NOTE.value,
        among.c.total_cents >= 0,
    )


def with_what_is_known(page: FromClause, *, number: ColumnElement[str]) -> FromClause:
    """Put beside each row of `page` what was received for an invoice, and what is paid on line."""
    return page.outerjoin(collections, collections.c.invoice == number).outerjoin(
        online_payments,
        and_(
            online_payments.c.invoice == number,
            online_payments.c.state.in_(_TELLING),
        ),
    )


KNOWN: Final = (
    *collections.c,
    online_payments.c.reference.label("online_reference"),
    online_payments.c.state.label("online_state"),
    online_payments.c.paid_at.label("online_paid_at"),
    online_payments.c.amount_cents.label("online_cents"),
    online_payments.c.opened_at.label("online_opened_at"),
)
"""The columns `with_what_is_known` adds; rows of an invoice may come in any order."""


def known_invoices(rows: Iterable[Row[Any]]) -> tuple[KnownInvoice, ...]:
    """Return the invoices that `rows` tell of, the newest first."""
    told: dict[str, list[Row[Any]]] = {}
    for row in rows:
        told.setdefault(row.number, []).append(row)
    found = map(known_invoice, told.values())
    return tuple(sorted(found, key=_issued, reverse=True))


def known_invoice(rows: Sequence[Row[Any]]) -> KnownInvoice:
    """Return the one invoice that all `rows` tell of."""
    received = {collection_from(row) for row in rows if row.means is not None}
    tried = {row.online_reference: row for row in rows if row.online_state is not None}
    in_order = sorted(tried.values(), key=_opened)
    return KnownInvoice(
        invoice=invoice_from(rows[0]),
        collections=tuple(sorted(received, key=_received)),
        paid_online=tuple(_paid(row) for row in in_order if row.online_paid_at),
        is_paying_online=any(PaymentState(row.online_state).is_open for row in in_order),
    )


def _paid(row: Row[Any]) -> PaidOnline:
    day = row.online_paid_at.astimezone(_PARIS).date()
    return PaidOnline(paid_on=day, amount=Money(row.online_cents))


def _issued(known: KnownInvoice) -> tuple[date, str]:
    return known.invoice.issued_on, known.invoice.number.text


def _received(collection: Collection) -> tuple[date, int, str]:
    return collection.received_on, collection.amount.cents, collection.means


def _opened(row: Row[Any]) -> datetime:
    opened_at: datetime = row.online_opened_at
    return opened_at


def newest_payable_of(tenure: FromClause) -> ColumnElement[str]:
    """Name the newest invoice of a tenure that is neither cancelled nor a credit."""
    theirs = invoices.alias("theirs")
    return (
        select(theirs.c.number)
        .where(
            theirs.c.contract == tenure.c.contract,
            theirs.c.belongs_on >= tenure.c.started_on,
            or_(tenure.c.ended_on.is_(None), theirs.c.belongs_on <= tenure.c.ended_on),
            is_payable(theirs),
        )
        .order_by(theirs.c.issued_on.desc(), theirs.c.number.desc())
        .limit(literal_column("1"))  # given as a parameter, SQLite would plan anew
        .correlate(tenure)
        .scalar_subquery()
    )
