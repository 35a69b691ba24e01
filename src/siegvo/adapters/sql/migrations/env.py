"""How Alembic runs here: on the connection `upgrade` holds, in the transaction it began."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from siegvo.adapters.sql.schema import metadata
from siegvo.adapters.sql.tables.columns import Instant


def _render(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Write our own column types in SQLAlchemy's words: a migration imports nothing of ours."""
    if kind == "type" and isinstance(item, Instant):
        return "sa.DateTime(timezone=True)"
    return False


_connection = context.config.attributes["connection"]

context.configure(
    connection=_connection,
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=_connection.dialect.name == "sqlite",
    render_item=_render,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
