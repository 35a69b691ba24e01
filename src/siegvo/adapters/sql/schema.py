"""The whole schema: every table, in one collection."""

from siegvo.adapters.sql.tables import (
    accounts,
    attempts,
    audit,
    contracts,
    metering,
    outbox,
    requests,
    submissions,
)
from siegvo.adapters.sql.tables.metadata import metadata

ROOMS = (accounts, attempts, audit, contracts, metering, outbox, requests, submissions)

__all__ = ["ROOMS", "metadata"]
