"""The tables of what may be contested one day, and its seals.  Nothing in them is ever changed."""

from sqlalchemy import Column, Index, Integer, String, Table

from siegvo.adapters.sql.tables.columns import Instant
from siegvo.adapters.sql.tables.metadata import metadata

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("actor_kind", String(12), nullable=False),
    Column("actor_name", String(100), nullable=False),
    Column("gesture", String(60), nullable=False),
    Column("subject", String(254), nullable=False),
    Column("origin", String(60), nullable=False),
)
Index("ix_audit_subject_at", audit.c.subject, audit.c.at)

audit_seals = Table(
    "audit_seals",
    metadata,
    Column("upto", Integer, primary_key=True, autoincrement=False),
    Column("entries", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("seal", String(100), nullable=False),
)
