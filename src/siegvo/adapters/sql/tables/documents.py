"""Tables of the documents for everybody."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, String, Table

from siegvo.adapters.sql.tables.columns import Instant
from siegvo.adapters.sql.tables.metadata import metadata

documents = Table(
    "documents",
    metadata,
    Column("slug", String(60), primary_key=True),
    Column("title", String(120), nullable=False),
    Column("withdrawn_at", Instant),
    sqlite_with_rowid=False,
)

document_editions = Table(
    "document_editions",
    metadata,
    Column("slug", ForeignKey(documents.c.slug), primary_key=True),
    Column("rank", Integer, primary_key=True),
    Column("file", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("published_at", Instant, nullable=False),
    CheckConstraint("size > 0", name="size_positive"),
    sqlite_with_rowid=False,
)
