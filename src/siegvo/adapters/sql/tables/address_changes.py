"""The table of accounts that move, or moved lately, to another mailbox."""

from sqlalchemy import Column, ForeignKey, String, Table, Uuid

from siegvo.adapters.sql.tables.accounts import accounts
from siegvo.adapters.sql.tables.columns import Instant
from siegvo.adapters.sql.tables.metadata import metadata

address_changes = Table(
    "address_changes",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("account", ForeignKey(accounts.c.id), nullable=False, index=True),
    Column("old_email", String(254), nullable=False),
    Column("new_email", String(254), nullable=False),
    Column("asked_at", Instant, nullable=False, index=True),
    Column("confirmed_at", Instant),
)
