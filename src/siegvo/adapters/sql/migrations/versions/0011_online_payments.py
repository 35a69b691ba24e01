"""Payments on line: one at a time for each invoice."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_OPEN = sa.text("state IN ('opening', 'open')")


def upgrade() -> None:
    op.create_table(
        "online_payments",
        sa.Column("reference", sa.Uuid(), nullable=False),
        sa.Column("invoice", sa.String(length=30), nullable=False),
        sa.Column("account", sa.Uuid(), nullable=True),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("treasury_reference", sa.String(length=30), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("client", sa.String(length=6), nullable=False),
        sa.Column("mode", sa.String(length=1), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("idop", sa.String(length=80), nullable=True),
        sa.Column("page_url", sa.String(length=300), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("means", sa.String(length=12), nullable=True),
        sa.Column("paid_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("mismatches", sa.String(length=80), nullable=False),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_look_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("looks", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("amount_cents > 0", name=op.f("ck_online_payments_amount_positive")),
        sa.CheckConstraint(
            "(state = 'paid') = (paid_at IS NOT NULL)", name=op.f("ck_online_payments_paid_or_not")
        ),
        sa.ForeignKeyConstraint(
            ["invoice"], ["invoices.number"], name=op.f("fk_online_payments_invoice")
        ),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_online_payments_account")
        ),
        sa.PrimaryKeyConstraint("reference", name=op.f("pk_online_payments")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_online_payments_account"), "online_payments", ["account"])
    op.create_index(
        "ix_online_payments_invoice_opened_at", "online_payments", ["invoice", "opened_at"]
    )
    op.create_index("ix_online_payments_next_look_at", "online_payments", ["next_look_at"])
    op.create_index("ix_online_payments_opened_at", "online_payments", ["opened_at"])
    op.create_index("uq_online_payments_idop", "online_payments", ["idop"], unique=True)
    op.create_index(
        "uq_online_payments_open",
        "online_payments",
        ["invoice"],
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )
