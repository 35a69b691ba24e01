"""Tables of payers, contracts, tenures and links."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
)

from siegvo.adapters.sql.tables.accounts import accounts
from siegvo.adapters.sql.tables.columns import Instant
from siegvo.adapters.sql.tables.metadata import metadata

payers = Table(
    "payers",
    metadata,
    Column("code", String(30), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("street", String(200), nullable=False),
    Column("postcode", String(10), nullable=False),
    Column("town", String(100), nullable=False),
    Column("email", String(254)),
    Column("siret", String(14)),
    sqlite_with_rowid=False,
)

contracts = Table(
    "contracts",
    metadata,
    Column("number", String(14), primary_key=True),
    Column("street", String(200), nullable=False),
    Column("postcode", String(10), nullable=False),
    Column("town", String(100), nullable=False),
    sqlite_with_rowid=False,
)

tenures = Table(
    "tenures",
    metadata,
    Column("contract", ForeignKey(contracts.c.number), primary_key=True),
    Column("payer", ForeignKey(payers.c.code), primary_key=True, index=True),
    Column("started_on", Date, primary_key=True),
    Column("ended_on", Date),
    Column("suspended", Boolean, nullable=False),
    Column("category", String(12), nullable=False),
    Column("payment_mode", String(12), nullable=False),
    Column("e_invoice", Boolean, nullable=False),
    Column("occupant", String(200)),
    Column("masked_iban", String(42)),
    Column("key_hash", String(80), nullable=False),
    Column("key_bits", Integer, nullable=False, server_default="20"),
    Column("retired_key_hashes", Text),
    CheckConstraint("ended_on >= started_on", name="ends_after_it_started"),
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    Column("account", ForeignKey(accounts.c.id), primary_key=True),
    Column("payer", ForeignKey(payers.c.code), primary_key=True, index=True),
    Column("proved_by", ForeignKey(contracts.c.number), nullable=False),
    Column("linked_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
