"""Tables of mandates, and of changes of payment mode on their way."""

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    false,
    text,
)

from siegvo.adapters.sql.tables.columns import Instant
from siegvo.adapters.sql.tables.contracts import contracts, payers
from siegvo.adapters.sql.tables.metadata import metadata
from siegvo.adapters.sql.tables.requests import requests

mandates = Table(
    "mandates",
    metadata,
    Column("reference", String(35), primary_key=True),
    Column("contract", ForeignKey(contracts.c.number), nullable=False, index=True),
    Column("payer", ForeignKey(payers.c.code), nullable=False),
    Column("sealed_iban", Text, nullable=False),
    Column("sealed_holder", Text, nullable=False),
    Column("fingerprint", String(32), nullable=False, index=True),
    Column("masked_iban", String(40), nullable=False),
    Column("bic", String(11)),
    Column("bank_name", String(200)),
    Column("signed_by", String(36), nullable=False),
    Column("signed_at", Instant, nullable=False),
    Column("origin", String(64), nullable=False),
    Column("device", String(200), nullable=False),
    Column("text_version", String(20), nullable=False),
    Column("activated_on", Date),
    Column("last_collected_on", Date),
    Column("ended_on", Date),
    Column("was_replaced", Boolean, nullable=False),
    Column("first_collected_on", Date),
    sqlite_with_rowid=False,
)
"""`signed_by` is an account that may be gone: the proof stays."""

payment_changes = Table(
    "payment_changes",
    metadata,
    Column("reference", ForeignKey(requests.c.reference), primary_key=True),
    Column("contract", ForeignKey(contracts.c.number), nullable=False, index=True),
    Column("payer", ForeignKey(payers.c.code), nullable=False),
    Column("mode_before", String(12), nullable=False),
    Column("mode_after", String(12), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("mandate", ForeignKey(mandates.c.reference)),
    Column("debit_day", Integer),
    Column("step", String(10), nullable=False),
    Column("confirmed_at", Instant),
    Column("due_at", Instant),
    Column("suspicions", String(60), nullable=False),
    Column("exported_at", Instant),
    Column("is_revocation", Boolean, nullable=False, server_default=false()),
    Column("version", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Who asked is the account of the request, as long as there is one."""

IS_OPEN: Final = text("step IN ('asked', 'confirmed', 'ready', 'exported')")
"""One at a time: a second one would not know what it changes."""

Index(
    "uq_payment_changes_open",
    payment_changes.c.contract,
    unique=True,
    sqlite_where=IS_OPEN,
    postgresql_where=IS_OPEN,
)
Index("ix_payment_changes_step_asked_at", payment_changes.c.step, payment_changes.c.asked_at)
