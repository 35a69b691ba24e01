"""The first debit under a mandate is marked so, whenever its file is asked for again."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("mandates", sa.Column("first_collected_on", sa.Date(), nullable=True))
    op.execute("UPDATE mandates SET first_collected_on = last_collected_on")
