"""Tables of service requests, their history and their numbering."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

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
