"""Tables of service requests: their history, their numbering, what they ask, their threads."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from siegvo.adapters.sql.tables.accounts import accounts
from siegvo.adapters.sql.tables.columns import Instant
from siegvo.adapters.sql.tables.contracts import contracts
from siegvo.adapters.sql.tables.metadata import metadata

requests = Table(
    "requests",
    metadata,
    Column("reference", String(16), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("account", ForeignKey(accounts.c.id)),
    Column("contract", ForeignKey(contracts.c.number)),
    Column("state", String(20), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("version", Integer, nullable=False),
    sqlite_with_rowid=False,
)
Index("ix_requests_account_asked_at", requests.c.account, requests.c.asked_at)

Index("ix_requests_state_asked_at", requests.c.state, requests.c.asked_at)

request_steps = Table(
    "request_steps",
    metadata,
    Column("reference", ForeignKey(requests.c.reference), primary_key=True),
    Column("rank", Integer, primary_key=True),
    Column("state", String(20), nullable=False),
    Column("at", Instant, nullable=False),
    Column("reason", String(500)),
    sqlite_with_rowid=False,
)

request_ranks = Table(
    "request_ranks",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)

request_contents = Table(
    "request_contents",
    metadata,
    Column("reference", ForeignKey(requests.c.reference), primary_key=True),
    Column("facts", JSON, nullable=False),
    sqlite_with_rowid=False,
)

request_messages = Table(
    "request_messages",
    metadata,
    Column("reference", ForeignKey(requests.c.reference), primary_key=True),
    Column("rank", Integer, primary_key=True),
    Column("author", String(10), nullable=False),
    Column("at", Instant, nullable=False),
    Column("text", Text),
    sqlite_with_rowid=False,
)

request_attachments = Table(
    "request_attachments",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("reference", String(16), nullable=False),
    Column("message", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("name", String(100), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("size_bytes", Integer, nullable=False),
    ForeignKeyConstraint(
        ["reference", "message"], [request_messages.c.reference, request_messages.c.rank]
    ),
    UniqueConstraint("reference", "message", "place"),
    CheckConstraint("size_bytes > 0", name="not_empty"),
    sqlite_with_rowid=False,
)
