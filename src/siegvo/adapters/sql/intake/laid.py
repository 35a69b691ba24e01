"""The tables of a bench: they belong to one connection, and go with it."""

from sqlalchemy import Column, Date, Integer, MetaData, String, Table

bench = MetaData()

laid = Table(
    "laid_readings",
    bench,
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("meter", String(30), nullable=False),
    Column("taken_on", Date, nullable=False),
    Column("index_m3", Integer, nullable=False),
    Column("source", String(10), nullable=False),
    prefixes=["TEMPORARY"],
)

refused = Table(
    "refused_readings",
    bench,
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("fitted_on", Date),
    Column("removed_on", Date),
    Column("dials", Integer),
    Column("first_line", Integer),
    prefixes=["TEMPORARY"],
)
"""What there is to say about a line that is refused; its meter is unknown if it has no dials.

`first_line` is the one that says something else of the same meter and day.
"""
