"""What is on its way about a tenure's invoices by mail, as columns beside the link to it."""

from typing import Final

from sqlalchemy import exists, literal_column, select

from siegvo.adapters.sql.repositories.e_invoices import IS_OPEN
from siegvo.adapters.sql.tables.contracts import links, tenures
from siegvo.adapters.sql.tables.e_invoices import e_invoice_choices, e_invoice_requests
from siegvo.adapters.sql.tables.requests import requests

NEWEST_WISH: Final = (
    select(e_invoice_requests.c.wanted)
    .join(requests, requests.c.reference == e_invoice_requests.c.reference)
    .where(
        e_invoice_requests.c.contract == tenures.c.contract,
        e_invoice_requests.c.payer == tenures.c.payer,
        IS_OPEN,
    )
    .order_by(requests.c.asked_at.desc(), requests.c.reference.desc())
    .limit(literal_column("1"))
    .correlate(tenures)
    .scalar_subquery()
)

HAS_BOUNCED: Final = (
    exists()
    .where(
        e_invoice_choices.c.contract == tenures.c.contract,
        e_invoice_choices.c.payer == tenures.c.payer,
        e_invoice_choices.c.account == links.c.account,
        e_invoice_choices.c.bounced_at.is_not(None),
    )
    .correlate(tenures, links)
)
