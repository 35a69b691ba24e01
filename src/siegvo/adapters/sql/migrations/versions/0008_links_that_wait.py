"""Links that wait for staff; how strong a key is, and the keys that open nothing any more."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_UNKNOWN_YET = "20"
"""Of keys imported before, nobody measured the strength: until the next import, links wait."""


def upgrade() -> None:
    op.add_column(
        "tenures",
        sa.Column("key_bits", sa.Integer(), server_default=_UNKNOWN_YET, nullable=False),
    )
    op.add_column("tenures", sa.Column("retired_key_hashes", sa.Text(), nullable=True))
    op.create_table(
        "link_requests",
        sa.Column("reference", sa.String(length=16), nullable=False),
        sa.Column("payer", sa.String(length=30), nullable=False),
        sa.Column("doubt", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["reference"], ["requests.reference"], name=op.f("fk_link_requests_reference")
        ),
        sa.ForeignKeyConstraint(["payer"], ["payers.code"], name=op.f("fk_link_requests_payer")),
        sa.PrimaryKeyConstraint("reference", name=op.f("pk_link_requests")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_link_requests_payer"), "link_requests", ["payer"], unique=False)
