"""The table of forms already sent."""

from sqlalchemy import Column, String, Table, Text, Uuid

from siegvo.adapters.sql.tables.columns import Instant
from siegvo.adapters.sql.tables.metadata import metadata

submissions = Table(
    "submissions",
    metadata,
    Column("author", String(64), primary_key=True),
    Column("action", String(40), primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("outcome", Text),
    Column("at", Instant, nullable=False, index=True),
    sqlite_with_rowid=False,
)
