"""Invoices, their lines, and what the treasury received for them."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "invoices",
        sa.Column("number", sa.String(length=30), nullable=False),
        sa.Column("contract", sa.String(length=14), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("period_first", sa.Date(), nullable=False),
        sa.Column("period_last", sa.Date(), nullable=False),
        sa.Column("belongs_on", sa.Date(), nullable=False),
        sa.Column("total_cents", sa.Integer(), nullable=False),
        sa.Column("outstanding_cents", sa.Integer(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("net_cents", sa.Integer(), nullable=True),
        sa.Column("vat_cents", sa.Integer(), nullable=True),
        sa.Column("volume_m3", sa.Integer(), nullable=True),
        sa.Column("fiscal_year", sa.Integer(), nullable=True),
        sa.Column("treasury_reference", sa.String(length=30), nullable=True),
        sa.Column("debit_on", sa.Date(), nullable=True),
        sa.Column("is_cancelled", sa.Boolean(), nullable=False),
        sa.Column("document", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "period_last >= period_first", name=op.f("ck_invoices_period_not_reversed")
        ),
        sa.ForeignKeyConstraint(
            ["contract"], ["contracts.number"], name=op.f("fk_invoices_contract")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_invoices")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_invoices_contract_issued_on", "invoices", ["contract", "issued_on"], unique=False
    )
    op.create_table(
        "invoice_lines",
        sa.Column("invoice", sa.String(length=30), nullable=False),
        sa.Column("rank", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("heading", sa.String(length=14), nullable=False),
        sa.Column("label", sa.String(length=200), nullable=False),
        sa.Column("quantity", sa.String(length=30), nullable=False),
        sa.Column("unit", sa.String(length=20), nullable=True),
        sa.Column("unit_price", sa.Integer(), nullable=False),
        sa.Column("vat_rate", sa.Integer(), nullable=False),
        sa.Column("net_cents", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["invoice"], ["invoices.number"], name=op.f("fk_invoice_lines_invoice")
        ),
        sa.PrimaryKeyConstraint("invoice", "rank", name=op.f("pk_invoice_lines")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "collections",
        sa.Column("invoice", sa.String(length=30), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("means", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(
            ["invoice"], ["invoices.number"], name=op.f("fk_collections_invoice")
        ),
        sa.PrimaryKeyConstraint(
            "invoice", "received_on", "amount_cents", "means", name=op.f("pk_collections")
        ),
        sqlite_with_rowid=False,
    )
