"""Sessions whose cookie changes value, and the devices their owners are known by."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_KNOWN = "fingerprint, account, opened_at, seen_at, proved_at, remembered, device, place, family"
_BEFORE = "fingerprint, account, opened_at, seen_at, opened_at, remembered, device, ''"
_INTO = f"INSERT INTO sessions ({_KNOWN}) SELECT {_BEFORE}"
_FILL = {
    "sqlite": _INTO + ", lower(hex(randomblob(16))) FROM sessions_before",
    "postgresql": _INTO + ", gen_random_uuid() FROM sessions_before",
}


def upgrade() -> None:
    op.create_table(
        "devices",
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("account", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["accounts.id"], name=op.f("fk_devices_account")),
        sa.PrimaryKeyConstraint("fingerprint", "account", name=op.f("pk_devices")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_devices_account"), "devices", ["account"], unique=False)
    # SQLite can add no column that must not be empty: the table is made anew, and filled again.
    op.execute("CREATE TABLE sessions_before AS SELECT * FROM sessions")
    op.drop_table("sessions")
    op.create_table(
        "sessions",
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("family", sa.Uuid(), nullable=False),
        sa.Column("account", sa.Uuid(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("proved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("remembered", sa.Boolean(), nullable=False),
        sa.Column("device", sa.String(length=200), nullable=False),
        sa.Column("device_key", sa.String(length=64), nullable=True),
        sa.Column("place", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["accounts.id"], name=op.f("fk_sessions_account")),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_sessions")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sessions_account"), "sessions", ["account"], unique=False)
    op.create_index(op.f("ix_sessions_family"), "sessions", ["family"], unique=False)
    op.execute(_FILL[op.get_context().dialect.name])
    op.drop_table("sessions_before")
