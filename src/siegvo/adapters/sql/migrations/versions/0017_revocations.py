"""Mandates that are taken back: changes of payment mode like no other."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "payment_changes",
        sa.Column("is_revocation", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.create_index(op.f("ix_payment_changes_contract"), "payment_changes", ["contract"])
