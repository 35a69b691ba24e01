"""Tables of what the service announces."""

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Integer, String, Table, Text

from siegvo.adapters.sql.tables.columns import Instant
from siegvo.adapters.sql.tables.metadata import metadata

announcements = Table(
    "announcements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("headline", String(120), nullable=False),
    Column("text", Text, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date),
    Column("published_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
    CheckConstraint("last_day >= first_day", name="days_in_order"),
)

announcement_communes = Table(
    "announcement_communes",
    metadata,
    Column("number", ForeignKey(announcements.c.number), primary_key=True),
    Column("rank", Integer, primary_key=True),
    Column("name", String(60), nullable=False),
    sqlite_with_rowid=False,
)
