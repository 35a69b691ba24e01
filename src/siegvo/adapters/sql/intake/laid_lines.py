"""The tables of a bench for invoice lines: they belong to one connection, and go with it."""

from typing import Final

from sqlalchemy import Column, Integer, MetaData, String, Table

from siegvo.adapters.sql.intake.laid import SCHEMA

line_bench = MetaData(schema=SCHEMA)


def _facts() -> tuple[Column[str] | Column[int], ...]:
    return (
        Column("heading", String(14), nullable=False),
        Column("label", String(200), nullable=False),
        Column("quantity", String(30), nullable=False),
        Column("unit", String(20)),
        Column("unit_price", Integer, nullable=False),
        Column("vat_rate", Integer, nullable=False),
        Column("net_cents", Integer, nullable=False),
    )


laid: Final = Table(
    "laid_lines",
    line_bench,
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("invoice", String(30), nullable=False),
    Column("rank", Integer, nullable=False),
    *_facts(),
)
"""The rows of the file."""

refused: Final = Table(
    "refused_lines",
    line_bench,
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("first_line", Integer),
)
"""The lines that are refused.

`first_line` is the one that says something else of the same rank; without it, nobody knows
the invoice.
"""

odd: Final = Table(
    "odd_lines",
    line_bench,
    Column("invoice", String(30), primary_key=True),
    Column("rank", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Ranks of which some row says something else than what is known: hardly any, as a rule."""

standing: Final = Table(
    "standing_lines",
    line_bench,
    Column("invoice", String(30), primary_key=True),
    Column("rank", Integer, primary_key=True, autoincrement=False),
    Column("line", Integer, nullable=False),
    *_facts(),
    sqlite_with_rowid=False,
)
"""What the first row says of each odd rank."""
