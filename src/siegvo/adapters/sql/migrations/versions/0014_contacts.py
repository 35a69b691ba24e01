"""Those who write to the service without an account."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "contacts",
        sa.Column("reference", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("contract", sa.String(length=14), nullable=True),
        sa.ForeignKeyConstraint(
            ["reference"], ["requests.reference"], name=op.f("fk_contacts_reference")
        ),
        sa.PrimaryKeyConstraint("reference", name=op.f("pk_contacts")),
        sqlite_with_rowid=False,
    )
