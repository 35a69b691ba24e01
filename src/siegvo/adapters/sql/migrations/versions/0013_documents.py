"""Documents for everybody."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_documents")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "document_editions",
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("size > 0", name=op.f("ck_document_editions_size_positive")),
        sa.ForeignKeyConstraint(
            ["slug"], ["documents.slug"], name=op.f("fk_document_editions_slug")
        ),
        sa.PrimaryKeyConstraint("slug", "rank", name=op.f("pk_document_editions")),
        sqlite_with_rowid=False,
    )
