"""What the service announces to its subscribers."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "announcements",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("headline", sa.String(length=120), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("last_day >= first_day", name=op.f("ck_announcements_days_in_order")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_announcements")),
    )
    op.create_table(
        "announcement_communes",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["number"],
            ["announcements.number"],
            name=op.f("fk_announcement_communes_number"),
        ),
        sa.PrimaryKeyConstraint("number", "rank", name=op.f("pk_announcement_communes")),
        sqlite_with_rowid=False,
    )
