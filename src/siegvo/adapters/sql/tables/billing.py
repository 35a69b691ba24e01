"""Tables of invoices, of their lines, and of what the treasury received for them.

Amounts are cents; a unit price is ten-thousandths of a euro, a rate of VAT hundredths of a
per cent, a quantity a decimal number as `str` writes it.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
)

from siegvo.adapters.sql.tables.contracts import contracts
from siegvo.adapters.sql.tables.metadata import metadata

invoices = Table(
    "invoices",
    metadata,
    Column("number", String(30), primary_key=True),
    Column("contract", ForeignKey(contracts.c.number), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("issued_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("period_first", Date, nullable=False),
    Column("period_last", Date, nullable=False),
    Column("belongs_on", Date, nullable=False),
    Column("total_cents", Integer, nullable=False),
    Column("outstanding_cents", Integer, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("net_cents", Integer),
    Column("vat_cents", Integer),
    Column("volume_m3", Integer),
    Column("fiscal_year", Integer),
    Column("treasury_reference", String(30)),
    Column("debit_on", Date),
    Column("is_cancelled", Boolean, nullable=False),
    Column("document", String(64)),
    CheckConstraint("period_last >= period_first", name="period_not_reversed"),
    sqlite_with_rowid=False,
)
Index("ix_invoices_contract_issued_on", invoices.c.contract, invoices.c.issued_on)

invoice_lines = Table(
    "invoice_lines",
    metadata,
    Column("invoice", ForeignKey(invoices.c.number), primary_key=True),
    Column("rank", Integer, primary_key=True, autoincrement=False),
    Column("heading", String(14), nullable=False),
    Column("label", String(200), nullable=False),
    Column("quantity", String(30), nullable=False),
    Column("unit", String(20)),
    Column("unit_price", Integer, nullable=False),
    Column("vat_rate", Integer, nullable=False),
    Column("net_cents", Integer, nullable=False),
    sqlite_with_rowid=False,
)

collections = Table(
    "collections",
    metadata,
    Column("invoice", ForeignKey(invoices.c.number), primary_key=True),
    Column("received_on", Date, primary_key=True),
    Column("amount_cents", Integer, primary_key=True, autoincrement=False),
    Column("means", String(12), primary_key=True),
    sqlite_with_rowid=False,
)
