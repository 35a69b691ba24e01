"""The table of failed attempts.  Keys are keyed hashes: no address is written in it."""

from sqlalchemy import Column, Index, Integer, String, Table

from siegvo.adapters.sql.tables.columns import Instant
from siegvo.adapters.sql.tables.metadata import metadata

attempts = Table(
    "attempts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(80), nullable=False),
    Column("at", Instant, nullable=False, index=True),
)
Index("ix_attempts_key_at", attempts.c.key, attempts.c.at)
