"""The table of events waiting to be told."""

from sqlalchemy import JSON, Column, Index, Integer, String, Table

from siegvo.adapters.sql.tables.columns import Instant
from siegvo.adapters.sql.tables.metadata import metadata

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("event", String(60), nullable=False),
    Column("facts", JSON, nullable=False),
    Column("at", Instant, nullable=False),
    Column("due_at", Instant),
    Column("tries", Integer, nullable=False),
    Column("taken_by", String(40)),
    Column("told_at", Instant),
    Column("gave_up_at", Instant),
    Column("trouble", String(300)),
)
Index("ix_outbox_due_at", outbox.c.due_at, outbox.c.id)
