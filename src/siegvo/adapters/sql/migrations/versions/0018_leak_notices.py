"""Notices of abnormal consumption: one for each reading that closes one."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "leak_notices",
        sa.Column("meter", sa.String(length=30), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("contract", sa.String(length=14), nullable=False),
        sa.Column("payer", sa.String(length=30), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("drawn_m3", sa.Integer(), nullable=False),
        sa.Column("usual_m3", sa.Integer(), nullable=False),
        sa.Column("usual_days", sa.Integer(), nullable=False),
        sa.Column("basis", sa.String(length=12), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.Column("by_mail", sa.Boolean(), nullable=False),
        sa.Column("claim_way", sa.String(length=12), nullable=True),
        sa.Column("claim_reference", sa.String(length=16), nullable=True),
        sa.Column("claimed_on", sa.Date(), nullable=True),
        sa.CheckConstraint("last_on > first_on", name=op.f("ck_leak_notices_ends_after_it_began")),
        sa.CheckConstraint("usual_days > 0", name=op.f("ck_leak_notices_usual_over_days")),
        sa.CheckConstraint(
            "(claim_way IS NULL) = (claim_reference IS NULL)"
            " AND (claim_way IS NULL) = (claimed_on IS NULL)",
            name=op.f("ck_leak_notices_claimed_or_not"),
        ),
        sa.ForeignKeyConstraint(
            ["claim_reference"],
            ["requests.reference"],
            name=op.f("fk_leak_notices_claim_reference"),
        ),
        sa.ForeignKeyConstraint(
            ["contract"], ["contracts.number"], name=op.f("fk_leak_notices_contract")
        ),
        sa.ForeignKeyConstraint(["meter"], ["meters.serial"], name=op.f("fk_leak_notices_meter")),
        sa.ForeignKeyConstraint(["payer"], ["payers.code"], name=op.f("fk_leak_notices_payer")),
        sa.PrimaryKeyConstraint("meter", "last_on", name=op.f("pk_leak_notices")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_leak_notices_contract_payer", "leak_notices", ["contract", "payer"])
