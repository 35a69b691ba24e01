"""Tables of accounts, of attempts at opening one, of sessions and of known devices."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Uuid

from siegvo.adapters.sql.tables.columns import Instant
from siegvo.adapters.sql.tables.metadata import metadata

accounts = Table(
    "accounts",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("email", String(254), nullable=False),
    Column("email_key", String(254), nullable=False, unique=True),
    Column("password_hash", String(120), nullable=False),
    Column("activated_at", Instant, nullable=False),
    Column("version", Integer, nullable=False),
)

registrations = Table(
    "registrations",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("email", String(254), nullable=False),
    Column("email_key", String(254), nullable=False, index=True),
    Column("password_hash", String(120), nullable=False),
    Column("registered_at", Instant, nullable=False, index=True),
)

sessions = Table(
    "sessions",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("family", Uuid, nullable=False, index=True),
    Column("account", ForeignKey(accounts.c.id), nullable=False, index=True),
    Column("opened_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("proved_at", Instant, nullable=False),
    Column("replaced_at", Instant),
    Column("remembered", Boolean, nullable=False),
    Column("device", String(200), nullable=False),
    Column("device_key", String(64)),
    Column("place", String(60), nullable=False),
    sqlite_with_rowid=False,
)

devices = Table(
    "devices",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("account", ForeignKey(accounts.c.id), primary_key=True, index=True),
    Column("name", String(200), nullable=False),
    Column("first_seen_at", Instant, nullable=False),
    Column("last_seen_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
