"""The table of what staff are asked about links."""

from sqlalchemy import Column, ForeignKey, String, Table

from siegvo.adapters.sql.tables.contracts import payers
from siegvo.adapters.sql.tables.metadata import metadata
from siegvo.adapters.sql.tables.requests import requests

link_requests = Table(
    "link_requests",
    metadata,
    Column("reference", ForeignKey(requests.c.reference), primary_key=True),
    Column("payer", ForeignKey(payers.c.code), nullable=False, index=True),
    Column("doubt", String(20), nullable=False),
    sqlite_with_rowid=False,
)
