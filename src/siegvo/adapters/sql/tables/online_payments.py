"""The table of payments on line."""

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Uuid,
    text,
)

from siegvo.adapters.sql.tables.accounts import accounts
from siegvo.adapters.sql.tables.billing import invoices
from siegvo.adapters.sql.tables.columns import Instant
from siegvo.adapters.sql.tables.metadata import metadata

online_payments = Table(
    "online_payments",
    metadata,
    Column("reference", Uuid, primary_key=True),
    Column("invoice", ForeignKey(invoices.c.number), nullable=False),
    Column("account", ForeignKey(accounts.c.id), index=True),
    Column("amount_cents", Integer, nullable=False),
    Column("treasury_reference", String(30), nullable=False),
    Column("fiscal_year", Integer, nullable=False),
    Column("client", String(6), nullable=False),
    Column("mode", String(1), nullable=False),
    Column("state", String(10), nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("idop", String(80)),
    Column("page_url", String(300)),
    Column("settled_at", Instant),
    Column("means", String(12)),
    Column("paid_at", Instant),
    Column("mismatches", String(80), nullable=False),
    Column("looked_at", Instant),
    Column("next_look_at", Instant),
    Column("looks", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    CheckConstraint("amount_cents > 0", name="amount_positive"),
    CheckConstraint("(state = 'paid') = (paid_at IS NOT NULL)", name="paid_or_not"),
    sqlite_with_rowid=False,
)
Index(
    "ix_online_payments_invoice_opened_at", online_payments.c.invoice, online_payments.c.opened_at
)
Index("ix_online_payments_next_look_at", online_payments.c.next_look_at)
Index("ix_online_payments_opened_at", online_payments.c.opened_at)
Index("uq_online_payments_idop", online_payments.c.idop, unique=True)

IS_OPEN: Final = text("state IN ('opening', 'open')")
"""One at a time: a second open payment of an invoice is a duplicate."""

Index(
    "uq_online_payments_open",
    online_payments.c.invoice,
    unique=True,
    sqlite_where=IS_OPEN,
    postgresql_where=IS_OPEN,
)
