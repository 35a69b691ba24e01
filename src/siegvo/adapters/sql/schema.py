"""The whole schema: every table, in one collection."""

from siegvo.adapters.sql.tables import (
    accounts,
    address_changes,
    attempts,
    audit,
    contracts,
    link_requests,
    metering,
    outbox,
    requests,
    submissions,
)
from siegvo.adapters.sql.tables.metadata import metadata

ROOMS = (
    accounts,
    address_changes,
    attempts,
    audit,
    contracts,
    link_requests,
    metering,
    outbox,
    requests,
    submissions,
)

__all__ = ["ROOMS", "metadata"]
