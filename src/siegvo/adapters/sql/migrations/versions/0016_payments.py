"""Mandates, and changes of payment mode on their way: one at a time for each contract."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_OPEN = sa.text("step IN ('asked', 'confirmed', 'ready', 'exported')")


def upgrade() -> None:
    op.create_table(
        "mandates",
        sa.Column("reference", sa.String(length=35), nullable=False),
        sa.Column("contract", sa.String(length=14), nullable=False),
        sa.Column("payer", sa.String(length=30), nullable=False),
        sa.Column("sealed_iban", sa.Text(), nullable=False),
        sa.Column("sealed_holder", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(length=32), nullable=False),
        sa.Column("masked_iban", sa.String(length=40), nullable=False),
        sa.Column("bic", sa.String(length=11), nullable=True),
        sa.Column("bank_name", sa.String(length=200), nullable=True),
        sa.Column("signed_by", sa.String(length=36), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("origin", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=200), nullable=False),
        sa.Column("text_version", sa.String(length=20), nullable=False),
        sa.Column("activated_on", sa.Date(), nullable=True),
        sa.Column("last_collected_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("was_replaced", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract"], ["contracts.number"], name=op.f("fk_mandates_contract")
        ),
        sa.ForeignKeyConstraint(["payer"], ["payers.code"], name=op.f("fk_mandates_payer")),
        sa.PrimaryKeyConstraint("reference", name=op.f("pk_mandates")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_mandates_contract"), "mandates", ["contract"])
    op.create_index(op.f("ix_mandates_fingerprint"), "mandates", ["fingerprint"])
    op.create_table(
        "payment_changes",
        sa.Column("reference", sa.String(length=16), nullable=False),
        sa.Column("contract", sa.String(length=14), nullable=False),
        sa.Column("payer", sa.String(length=30), nullable=False),
        sa.Column("mode_before", sa.String(length=12), nullable=False),
        sa.Column("mode_after", sa.String(length=12), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mandate", sa.String(length=35), nullable=True),
        sa.Column("debit_day", sa.Integer(), nullable=True),
        sa.Column("step", sa.String(length=10), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("suspicions", sa.String(length=60), nullable=False),
        sa.Column("exported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract"], ["contracts.number"], name=op.f("fk_payment_changes_contract")
        ),
        sa.ForeignKeyConstraint(
            ["mandate"], ["mandates.reference"], name=op.f("fk_payment_changes_mandate")
        ),
        sa.ForeignKeyConstraint(["payer"], ["payers.code"], name=op.f("fk_payment_changes_payer")),
        sa.ForeignKeyConstraint(
            ["reference"], ["requests.reference"], name=op.f("fk_payment_changes_reference")
        ),
        sa.PrimaryKeyConstraint("reference", name=op.f("pk_payment_changes")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_payment_changes_step_asked_at", "payment_changes", ["step", "asked_at"])
    op.create_index(
        "uq_payment_changes_open",
        "payment_changes",
        ["contract"],
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )
    op.create_index("ix_audit_subject_at", "audit", ["subject", "at"])
