"""Tables of meters, of their readings, and of what subscribers sent."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
)

from siegvo.adapters.sql.tables.columns import Instant
from siegvo.adapters.sql.tables.contracts import contracts
from siegvo.adapters.sql.tables.metadata import metadata
from siegvo.adapters.sql.tables.requests import requests

meters = Table(
    "meters",
    metadata,
    Column("serial", String(30), primary_key=True),
    Column("contract", ForeignKey(contracts.c.number), nullable=False, index=True),
    Column("dials", Integer, nullable=False),
    Column("fitted_on", Date, nullable=False),
    Column("fitted_m3", Integer, nullable=False),
    Column("removed_on", Date),
    Column("removed_m3", Integer),
    Column("diameter_mm", Integer),
    Column("make", String(60)),
    Column("year", Integer),
    Column("remote_read", Boolean, nullable=False),
    CheckConstraint("removed_on >= fitted_on", name="removed_after_it_was_fitted"),
    CheckConstraint("(removed_on IS NULL) = (removed_m3 IS NULL)", name="removed_or_not"),
    sqlite_with_rowid=False,
)

readings = Table(
    "readings",
    metadata,
    Column("meter", ForeignKey(meters.c.serial), primary_key=True),
    Column("taken_on", Date, primary_key=True),
    Column("index_m3", Integer, nullable=False),
    Column("source", String(10), nullable=False),
    CheckConstraint("index_m3 >= 0", name="index_not_negative"),
    sqlite_with_rowid=False,
)

sent_readings = Table(
    "sent_readings",
    metadata,
    Column("reference", ForeignKey(requests.c.reference), primary_key=True),
    Column("contract", ForeignKey(contracts.c.number), nullable=False, index=True),
    Column("meter", ForeignKey(meters.c.serial), nullable=False),
    Column("taken_on", Date, nullable=False),
    Column("index_m3", Integer, nullable=False),
    Column("drawn_m3", Integer, nullable=False),
    Column("review", String(10), nullable=False, index=True),
    Column("photo", String(64)),
    Column("exported_at", Instant),
    Column("seen_at", Instant),
    CheckConstraint("index_m3 >= 0", name="index_not_negative"),
    sqlite_with_rowid=False,
)
Index("ix_sent_readings_meter_taken_on", sent_readings.c.meter, sent_readings.c.taken_on)
