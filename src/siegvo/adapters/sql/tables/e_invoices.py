"""Tables of invoices by mail: who wants them, what was asked, and who was told of which."""

from sqlalchemy import Boolean, Column, ForeignKey, Table

from siegvo.adapters.sql.tables.accounts import accounts
from siegvo.adapters.sql.tables.billing import invoices
from siegvo.adapters.sql.tables.columns import Instant
from siegvo.adapters.sql.tables.contracts import contracts, payers
from siegvo.adapters.sql.tables.metadata import metadata
from siegvo.adapters.sql.tables.requests import requests

e_invoice_choices = Table(
    "e_invoice_choices",
    metadata,
    Column("contract", ForeignKey(contracts.c.number), primary_key=True),
    Column("payer", ForeignKey(payers.c.code), primary_key=True),
    Column("account", ForeignKey(accounts.c.id), primary_key=True, index=True),
    Column("since", Instant, nullable=False),
    Column("bounced_at", Instant),
    sqlite_with_rowid=False,
)

e_invoice_requests = Table(
    "e_invoice_requests",
    metadata,
    Column("reference", ForeignKey(requests.c.reference), primary_key=True),
    Column("contract", ForeignKey(contracts.c.number), nullable=False, index=True),
    Column("payer", ForeignKey(payers.c.code), nullable=False),
    Column("wanted", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

e_invoice_notices = Table(
    "e_invoice_notices",
    metadata,
    Column("invoice", ForeignKey(invoices.c.number), primary_key=True),
    Column("account", ForeignKey(accounts.c.id), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
