"""A row is kept, whether it is known or not."""

from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import Insert, insert


def kept(table: Table) -> Insert:
    """Return what inserts a row of `table`, or brings the one with the same key up to date.

    SQLite and PostgreSQL write it alike, whatever the name of the import says.
    """
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    others = {
        column.name: statement.excluded[column.name]
        for column in table.c
        if column.name not in keys
    }
    return statement.on_conflict_do_update(index_elements=keys, set_=others)
