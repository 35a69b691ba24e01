"""The tables of a bench: they belong to one connection, and go with it."""

from typing import Final

from sqlalchemy import Column, Date, Integer, MetaData, String, Table

SCHEMA: Final = "bench"

bench = MetaData(schema=SCHEMA)

laid = Table(
    "laid_readings",
    bench,
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("meter", String(30), nullable=False),
    Column("taken_on", Date, nullable=False),
    Column("index_m3", Integer, nullable=False),
    Column("source", String(10), nullable=False),
)
"""The rows of the file."""

refused = Table(
    "refused_readings",
    bench,
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("fitted_on", Date),
    Column("removed_on", Date),
    Column("dials", Integer),
    Column("first_line", Integer),
)
"""What there is to say about a line that is refused; its meter is unknown if it has no dials.

`first_line` is the one that says something else of the same meter and day.
"""

odd_days = Table(
    "odd_days",
    bench,
    Column("meter", String(30), primary_key=True),
    Column("taken_on", Date, primary_key=True),
    sqlite_with_rowid=False,
)
"""Days of which some row says something else than what is known: hardly any, as a rule."""

standing = Table(
    "standing_readings",
    bench,
    Column("meter", String(30), primary_key=True),
    Column("taken_on", Date, primary_key=True),
    Column("line", Integer, nullable=False),
    Column("index_m3", Integer, nullable=False),
    Column("source", String(10), nullable=False),
    sqlite_with_rowid=False,
)
"""What the first good row says of each odd day."""
