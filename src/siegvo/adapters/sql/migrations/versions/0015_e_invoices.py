"""Who wants invoices by mail, what was asked of the billing system, and who was told of which."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "e_invoice_choices",
        sa.Column("contract", sa.String(length=14), nullable=False),
        sa.Column("payer", sa.String(length=30), nullable=False),
        sa.Column("account", sa.Uuid(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("bounced_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_e_invoice_choices_account")
        ),
        sa.ForeignKeyConstraint(
            ["contract"], ["contracts.number"], name=op.f("fk_e_invoice_choices_contract")
        ),
        sa.ForeignKeyConstraint(
            ["payer"], ["payers.code"], name=op.f("fk_e_invoice_choices_payer")
        ),
        sa.PrimaryKeyConstraint("contract", "payer", "account", name=op.f("pk_e_invoice_choices")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_e_invoice_choices_account"), "e_invoice_choices", ["account"], unique=False
    )
    op.create_table(
        "e_invoice_requests",
        sa.Column("reference", sa.String(length=16), nullable=False),
        sa.Column("contract", sa.String(length=14), nullable=False),
        sa.Column("payer", sa.String(length=30), nullable=False),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract"], ["contracts.number"], name=op.f("fk_e_invoice_requests_contract")
        ),
        sa.ForeignKeyConstraint(
            ["payer"], ["payers.code"], name=op.f("fk_e_invoice_requests_payer")
        ),
        sa.ForeignKeyConstraint(
            ["reference"], ["requests.reference"], name=op.f("fk_e_invoice_requests_reference")
        ),
        sa.PrimaryKeyConstraint("reference", name=op.f("pk_e_invoice_requests")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_e_invoice_requests_contract"), "e_invoice_requests", ["contract"], unique=False
    )
    op.create_table(
        "e_invoice_notices",
        sa.Column("invoice", sa.String(length=30), nullable=False),
        sa.Column("account", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_e_invoice_notices_account")
        ),
        sa.ForeignKeyConstraint(
            ["invoice"], ["invoices.number"], name=op.f("fk_e_invoice_notices_invoice")
        ),
        sa.PrimaryKeyConstraint("invoice", "account", name=op.f("pk_e_invoice_notices")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_e_invoice_notices_account"), "e_invoice_notices", ["account"], unique=False
    )
