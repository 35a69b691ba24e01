"""All that a database holds, to say that nothing in it has changed."""

from collections.abc import Mapping

from sqlalchemy import Engine, select

from siegvo.adapters.sql.tables.metadata import metadata


def contents(engine: Engine) -> Mapping[str, list[str]]:
    """Return the rows of each table, as text and in an order of their own."""
    with engine.connect() as connection:
        return {
            table.name: sorted(repr(tuple(row)) for row in connection.execute(select(table)))
            for table in metadata.sorted_tables
        }
