"""What requests ask, and what is written about them, with the files attached."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_requests_state_asked_at", "requests", ["state", "asked_at"], unique=False)
    op.create_table(
        "request_contents",
        sa.Column("reference", sa.String(length=16), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reference"], ["requests.reference"], name=op.f("fk_request_contents_reference")
        ),
        sa.PrimaryKeyConstraint("reference", name=op.f("pk_request_contents")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "request_messages",
        sa.Column("reference", sa.String(length=16), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(length=10), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reference"], ["requests.reference"], name=op.f("fk_request_messages_reference")
        ),
        sa.PrimaryKeyConstraint("reference", "rank", name=op.f("pk_request_messages")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "request_attachments",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("reference", sa.String(length=16), nullable=False),
        sa.Column("message", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.CheckConstraint("size_bytes > 0", name=op.f("ck_request_attachments_not_empty")),
        sa.ForeignKeyConstraint(
            ["reference", "message"],
            ["request_messages.reference", "request_messages.rank"],
            name=op.f("fk_request_attachments_reference"),
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_request_attachments")),
        sa.UniqueConstraint(
            "reference", "message", "place", name=op.f("uq_request_attachments_reference")
        ),
        sqlite_with_rowid=False,
    )
