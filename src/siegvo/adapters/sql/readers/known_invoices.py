"""Invoices with all that says how they stand; rows repeat an invoice for each thing said of it."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    and_,
    bindparam,
    literal_column,
    select,
)

from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.repositories.invoices import collection_from, invoice_from
from siegvo.adapters.sql.tables.billing import collections, invoices
from siegvo.adapters.sql.tables.online_payments import online_payments
from siegvo.application.readers.invoices import KnownInvoice
from siegvo.domain.billing.invoice import InvoiceKind
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.billing.situation import PaidOnline
from siegvo.domain.contracts.tenure import Tenure
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
)
"""The columns `with_what_is_known` adds."""

IN_ORDER: Final = (*collections.c, online_payments.c.opened_at)
"""The order of an invoice's rows."""


def known_invoices(rows: Iterable[Row[Any]]) -> tuple[KnownInvoice, ...]:
    """Return the invoices that `rows` tell of, in their order."""
    return tuple(known_invoice(list(group)) for _, group in groupby(rows, _number))


def known_invoice(rows: Sequence[Row[Any]]) -> KnownInvoice:
    """Return the one invoice that all `rows` tell of."""
    received = dict.fromkeys(collection_from(row) for row in rows if row.means is not None)
    paid = {row.online_reference: _paid(row) for row in rows if row.online_paid_at}
    states = {row.online_state for row in rows} - {None}
    return KnownInvoice(
        invoice=invoice_from(rows[0]),
        collections=tuple(received),
        paid_online=tuple(paid.values()),
        is_paying_online=any(PaymentState(state).is_open for state in states),
    )


def _paid(row: Row[Any]) -> PaidOnline:
    day = row.online_paid_at.astimezone(_PARIS).date()
    return PaidOnline(paid_on=day, amount=Money(row.online_cents))


def _number(row: Row[Any]) -> Any:
    return row.number


_last = (
    select(invoices)
    .where(
        invoices.c.contract == bindparam("contract"),
        invoices.c.belongs_on.between(bindparam("first"), bindparam("last")),
        is_payable(invoices),
    )
    .order_by(invoices.c.issued_on.desc(), invoices.c.number.desc())
    .limit(literal_column("1"))
    .subquery("latest")
)
_LAST: Final = Prepared(
    select(_last, *KNOWN)
    .select_from(with_what_is_known(_last, number=_last.c.number))
    .order_by(*IN_ORDER)
)


def last_invoice(connection: Connection, tenure: Tenure) -> KnownInvoice | None:
    """Return the newest invoice of `tenure` that is neither cancelled nor a credit."""
    days = {"first": tenure.days.first, "last": tenure.days.last or date.max}
    rows = _LAST.rows(connection, {"contract": tenure.contract.digits, **days})
    return known_invoice(rows) if rows else None
