"""The whole schema: every table, in one collection."""

from siegvo.adapters.sql.tables import (
    accounts,
    address_changes,
    announcements,
    attempts,
    audit,
    billing,
    contacts,
    contracts,
    documents,
    e_invoices,
    leaks,
    link_requests,
    metering,
    online_payments,
    outbox,
    payments,
    requests,
    submissions,
)
from siegvo.adapters.sql.tables.metadata import metadata

ROOMS = (
    accounts,
    address_changes,
    announcements,
    attempts,
    audit,
    billing,
    contacts,
    contracts,
    documents,
    e_invoices,
    leaks,
    link_requests,
    metering,
    online_payments,
    outbox,
    payments,
    requests,
    submissions,
)

__all__ = ["ROOMS", "metadata"]
