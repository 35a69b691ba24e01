"""The table of those who wrote without an account."""

from sqlalchemy import Column, ForeignKey, String, Table

from siegvo.adapters.sql.tables.metadata import metadata
from siegvo.adapters.sql.tables.requests import requests

contacts = Table(
    "contacts",
    metadata,
    Column("reference", ForeignKey(requests.c.reference), primary_key=True),
    Column("name", String(100), nullable=False),
    Column("email", String(254), nullable=False),
    Column("contract", String(14)),
    sqlite_with_rowid=False,
)
"""`contract` is what they typed: it may name none of ours."""
