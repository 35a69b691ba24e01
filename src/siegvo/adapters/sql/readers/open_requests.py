"""Whether something asked of the service is still open, as a column beside the link to a tenure."""

from typing import Final

from sqlalchemy import exists, or_

from siegvo.adapters.sql.repositories.e_invoices import IS_OPEN
from siegvo.adapters.sql.tables.contracts import links, tenures
from siegvo.adapters.sql.tables.requests import requests
from siegvo.domain.requests.kind import RequestKind

HAS_OPEN_REQUESTS: Final = (
    exists()
    .where(
        requests.c.account == links.c.account,
        or_(requests.c.contract == tenures.c.contract, requests.c.contract.is_(None)),
        requests.c.kind != RequestKind.READING.value,
        IS_OPEN,
    )
    .correlate(tenures, links)
)
