"""Service requests, their history and their numbers."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "request_ranks",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_request_ranks")),
    )
    op.create_table(
        "requests",
        sa.Column("reference", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("account", sa.Uuid(), nullable=False),
        sa.Column("contract", sa.String(length=14), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["accounts.id"], name=op.f("fk_requests_account")),
        sa.ForeignKeyConstraint(
            ["contract"], ["contracts.number"], name=op.f("fk_requests_contract")
        ),
        sa.PrimaryKeyConstraint("reference", name=op.f("pk_requests")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_requests_account_asked_at", "requests", ["account", "asked_at"], unique=False
    )
    op.create_table(
        "request_steps",
        sa.Column("reference", sa.String(length=16), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(
            ["reference"], ["requests.reference"], name=op.f("fk_request_steps_reference")
        ),
        sa.PrimaryKeyConstraint("reference", "rank", name=op.f("pk_request_steps")),
        sqlite_with_rowid=False,
    )
