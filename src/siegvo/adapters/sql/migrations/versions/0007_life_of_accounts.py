"""Accounts that move to another mailbox; requests that outlive the account they came from."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "address_changes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account", sa.Uuid(), nullable=False),
        sa.Column("old_email", sa.String(length=254), nullable=False),
        sa.Column("new_email", sa.String(length=254), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_address_changes_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_address_changes")),
    )
    op.create_index(op.f("ix_address_changes_account"), "address_changes", ["account"])
    op.create_index(op.f("ix_address_changes_asked_at"), "address_changes", ["asked_at"])
    with op.batch_alter_table("requests", table_kwargs={"sqlite_with_rowid": False}) as requests:
        requests.alter_column("account", existing_type=sa.Uuid(), nullable=True)
