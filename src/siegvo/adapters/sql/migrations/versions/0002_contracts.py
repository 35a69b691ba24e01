"""Payers, contracts, tenures and links."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "contracts",
        sa.Column("number", sa.String(length=14), nullable=False),
        sa.Column("street", sa.String(length=200), nullable=False),
        sa.Column("postcode", sa.String(length=10), nullable=False),
        sa.Column("town", sa.String(length=100), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_contracts")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "payers",
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("street", sa.String(length=200), nullable=False),
        sa.Column("postcode", sa.String(length=10), nullable=False),
        sa.Column("town", sa.String(length=100), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("siret", sa.String(length=14), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_payers")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "links",
        sa.Column("account", sa.Uuid(), nullable=False),
        sa.Column("payer", sa.String(length=30), nullable=False),
        sa.Column("proved_by", sa.String(length=14), nullable=False),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["accounts.id"], name=op.f("fk_links_account")),
        sa.ForeignKeyConstraint(["payer"], ["payers.code"], name=op.f("fk_links_payer")),
        sa.ForeignKeyConstraint(
            ["proved_by"], ["contracts.number"], name=op.f("fk_links_proved_by")
        ),
        sa.PrimaryKeyConstraint("account", "payer", name=op.f("pk_links")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_links_payer"), "links", ["payer"], unique=False)
    op.create_table(
        "tenures",
        sa.Column("contract", sa.String(length=14), nullable=False),
        sa.Column("payer", sa.String(length=30), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("suspended", sa.Boolean(), nullable=False),
        sa.Column("category", sa.String(length=12), nullable=False),
        sa.Column("payment_mode", sa.String(length=12), nullable=False),
        sa.Column("e_invoice", sa.Boolean(), nullable=False),
        sa.Column("occupant", sa.String(length=200), nullable=True),
        sa.Column("masked_iban", sa.String(length=42), nullable=True),
        sa.Column("key_hash", sa.String(length=80), nullable=False),
        sa.CheckConstraint("ended_on >= started_on", name=op.f("ck_tenures_ends_after_it_started")),
        sa.ForeignKeyConstraint(
            ["contract"], ["contracts.number"], name=op.f("fk_tenures_contract")
        ),
        sa.ForeignKeyConstraint(["payer"], ["payers.code"], name=op.f("fk_tenures_payer")),
        sa.PrimaryKeyConstraint("contract", "payer", "started_on", name=op.f("pk_tenures")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_tenures_payer"), "tenures", ["payer"], unique=False)
