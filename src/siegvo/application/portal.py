"""Everything the portal can do, in one object."""

import attrs

from siegvo.application.accounts.bundle import Accounts
from siegvo.application.announcements.bundle import Announcements
from siegvo.application.billing.bundle import Billing
from siegvo.application.contracts.bundle import Contracts
from siegvo.application.documents.bundle import Documents
from siegvo.application.exchange.bundle import Exchange
from siegvo.application.metering.bundle import Metering
from siegvo.application.notifications.bundle import Notifications
from siegvo.application.operations.bundle import Operations
from siegvo.application.payments.bundle import Payments
from siegvo.application.ports.outside import Outside
from siegvo.application.requests.bundle import Requests


@attrs.frozen(kw_only=True)
class Portal:
    """The use cases, by business capability: the only door into the core."""

    accounts: Accounts
    contracts: Contracts
    metering: Metering
    billing: Billing
    payments: Payments
    requests: Requests
    documents: Documents
    announcements: Announcements
    exchange: Exchange
    notifications: Notifications
    operations: Operations


def assemble(outside: Outside) -> Portal:
    """Hand every use case what it asks of the outside world."""
    return Portal(
        accounts=Accounts.on(outside),
        contracts=Contracts.on(outside),
        metering=Metering.on(outside),
        billing=Billing.on(outside),
        payments=Payments.on(outside),
        requests=Requests.on(outside),
        documents=Documents.on(outside),
        announcements=Announcements.on(outside),
        exchange=Exchange.on(outside),
        notifications=Notifications.on(outside),
        operations=Operations.on(outside),
    )
