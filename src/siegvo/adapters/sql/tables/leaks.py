"""The table of what was told of abnormal consumptions."""

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
from siegvo.adapters.sql.tables.contracts import contracts, payers
from siegvo.adapters.sql.tables.metadata import metadata
from siegvo.adapters.sql.tables.metering import meters
from siegvo.adapters.sql.tables.requests import requests

leak_notices = Table(
    "leak_notices",
    metadata,
    Column("meter", ForeignKey(meters.c.serial), primary_key=True),
    Column("last_on", Date, primary_key=True),
    Column("contract", ForeignKey(contracts.c.number), nullable=False),
    Column("payer", ForeignKey(payers.c.code), nullable=False),
    Column("first_on", Date, nullable=False),
    Column("drawn_m3", Integer, nullable=False),
    Column("usual_m3", Integer, nullable=False),
    Column("usual_days", Integer, nullable=False),
    Column("basis", String(12), nullable=False),
    Column("told_at", Instant, nullable=False),
    Column("told_on", Date, nullable=False),
    Column("by_mail", Boolean, nullable=False),
    Column("claim_way", String(12)),
    Column("claim_reference", ForeignKey(requests.c.reference)),
    Column("claimed_on", Date),
    CheckConstraint("last_on > first_on", name="ends_after_it_began"),
    CheckConstraint("usual_days > 0", name="usual_over_days"),
    CheckConstraint(
        "(claim_way IS NULL) = (claim_reference IS NULL)"
        " AND (claim_way IS NULL) = (claimed_on IS NULL)",
        name="claimed_or_not",
    ),
    sqlite_with_rowid=False,
)
Index("ix_leak_notices_contract_payer", leak_notices.c.contract, leak_notices.c.payer)
