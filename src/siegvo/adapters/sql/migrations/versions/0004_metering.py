"""Meters, their readings, and what subscribers sent."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "meters",
        sa.Column("serial", sa.String(length=30), nullable=False),
        sa.Column("contract", sa.String(length=14), nullable=False),
        sa.Column("dials", sa.Integer(), nullable=False),
        sa.Column("fitted_on", sa.Date(), nullable=False),
        sa.Column("fitted_m3", sa.Integer(), nullable=False),
        sa.Column("removed_on", sa.Date(), nullable=True),
        sa.Column("removed_m3", sa.Integer(), nullable=True),
        sa.Column("diameter_mm", sa.Integer(), nullable=True),
        sa.Column("make", sa.String(length=60), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("remote_read", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "(removed_on IS NULL) = (removed_m3 IS NULL)", name=op.f("ck_meters_removed_or_not")
        ),
        sa.CheckConstraint(
            "removed_on >= fitted_on", name=op.f("ck_meters_removed_after_it_was_fitted")
        ),
        sa.ForeignKeyConstraint(
            ["contract"], ["contracts.number"], name=op.f("fk_meters_contract")
        ),
        sa.PrimaryKeyConstraint("serial", name=op.f("pk_meters")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_meters_contract"), "meters", ["contract"], unique=False)
    op.create_table(
        "readings",
        sa.Column("meter", sa.String(length=30), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("index_m3", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=10), nullable=False),
        sa.CheckConstraint("index_m3 >= 0", name=op.f("ck_readings_index_not_negative")),
        sa.ForeignKeyConstraint(["meter"], ["meters.serial"], name=op.f("fk_readings_meter")),
        sa.PrimaryKeyConstraint("meter", "taken_on", name=op.f("pk_readings")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sent_readings",
        sa.Column("reference", sa.String(length=16), nullable=False),
        sa.Column("contract", sa.String(length=14), nullable=False),
        sa.Column("meter", sa.String(length=30), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("index_m3", sa.Integer(), nullable=False),
        sa.Column("drawn_m3", sa.Integer(), nullable=False),
        sa.Column("review", sa.String(length=10), nullable=False),
        sa.Column("photo", sa.String(length=64), nullable=True),
        sa.Column("exported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("index_m3 >= 0", name=op.f("ck_sent_readings_index_not_negative")),
        sa.ForeignKeyConstraint(
            ["contract"], ["contracts.number"], name=op.f("fk_sent_readings_contract")
        ),
        sa.ForeignKeyConstraint(["meter"], ["meters.serial"], name=op.f("fk_sent_readings_meter")),
        sa.ForeignKeyConstraint(
            ["reference"], ["requests.reference"], name=op.f("fk_sent_readings_reference")
        ),
        sa.PrimaryKeyConstraint("reference", name=op.f("pk_sent_readings")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sent_readings_contract"), "sent_readings", ["contract"], unique=False)
    op.create_index(
        "ix_sent_readings_meter_taken_on", "sent_readings", ["meter", "taken_on"], unique=False
    )
    op.create_index(op.f("ix_sent_readings_review"), "sent_readings", ["review"], unique=False)
