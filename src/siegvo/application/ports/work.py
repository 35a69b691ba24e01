"""The database, as the core wants to see it: a place to write, a place to look."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

import attrs

from siegvo.application.readers.accounts import AccountLists
from siegvo.application.readers.arrivals import Arrivals
from siegvo.application.readers.audit import AuditTrail
from siegvo.application.readers.contracts import ContractSheets
from siegvo.application.readers.debits import DebitLists
from siegvo.application.readers.e_invoices import EInvoiceLists
from siegvo.application.readers.invoices import InvoiceLists
from siegvo.application.readers.leaks import LeakLists
from siegvo.application.readers.links import LinkLists
from siegvo.application.readers.metered_tenures import MeteredTenures
from siegvo.application.readers.metering import ReadingReviews
from siegvo.application.readers.named_tenures import NamedTenures
from siegvo.application.readers.requests import RequestLists, RequestSheets
from siegvo.application.readers.staff import Statistics, UntoldEvents
from siegvo.application.readers.visitors import Visitors
from siegvo.application.repositories.accounts import Accounts, Registrations, Sessions
from siegvo.application.repositories.address_changes import AddressChanges
from siegvo.application.repositories.announcements import Announcements
from siegvo.application.repositories.attempts import Attempts
from siegvo.application.repositories.audit import Audit
from siegvo.application.repositories.billing import Invoices
from siegvo.application.repositories.contacts import Contacts
from siegvo.application.repositories.contracts import Links, Tenures
from siegvo.application.repositories.devices import Devices
from siegvo.application.repositories.documents import Documents
from siegvo.application.repositories.e_invoices import EInvoices
from siegvo.application.repositories.intake import Intake
from siegvo.application.repositories.leaks import LeakNotices
from siegvo.application.repositories.link_requests import LinkRequests
from siegvo.application.repositories.metering import Meters, SentReadings
from siegvo.application.repositories.online_payments import OnlinePayments
from siegvo.application.repositories.outbox import Outbox
from siegvo.application.repositories.payments import Mandates, PaymentChanges
from siegvo.application.repositories.requests import Requests
from siegvo.application.repositories.seals import Seals
from siegvo.application.repositories.submissions import Submissions
from siegvo.application.repositories.threads import Threads
from siegvo.domain.errors import Conflict
from siegvo.domain.events import Event


@attrs.frozen
class GoneMeanwhile(Conflict):
    """What this was about was taken away by somebody else a moment ago: an account, say."""


class Work(Protocol):
    """What one transaction can reach, and the events it leaves behind."""

    @property
    def address_changes(self) -> AddressChanges: ...

    @property
    def registrations(self) -> Registrations: ...

    @property
    def accounts(self) -> Accounts: ...

    @property
    def sessions(self) -> Sessions: ...

    @property
    def devices(self) -> Devices: ...

    @property
    def tenures(self) -> Tenures: ...

    @property
    def links(self) -> Links: ...

    @property
    def meters(self) -> Meters: ...

    @property
    def sent_readings(self) -> SentReadings: ...

    @property
    def leak_notices(self) -> LeakNotices: ...

    @property
    def invoices(self) -> Invoices: ...

    @property
    def online_payments(self) -> OnlinePayments: ...

    @property
    def mandates(self) -> Mandates: ...

    @property
    def payment_changes(self) -> PaymentChanges: ...

    @property
    def announcements(self) -> Announcements: ...

    @property
    def documents(self) -> Documents: ...

    @property
    def e_invoices(self) -> EInvoices: ...

    @property
    def requests(self) -> Requests: ...

    @property
    def contacts(self) -> Contacts: ...

    @property
    def threads(self) -> Threads: ...

    @property
    def link_requests(self) -> LinkRequests: ...

    @property
    def submissions(self) -> Submissions: ...

    @property
    def attempts(self) -> Attempts: ...

    @property
    def audit(self) -> Audit: ...

    @property
    def seals(self) -> Seals: ...

    @property
    def outbox(self) -> Outbox: ...

    @property
    def intake(self) -> Intake: ...

    def record(self, event: Event) -> None:
        """Keep `event` for later, with and only with the rest of the work."""


class Readers(Protocol):
    """What one look can see.  Nothing here can write, the repositories included."""

    @property
    def address_changes(self) -> AddressChanges: ...

    @property
    def visitors(self) -> Visitors: ...

    @property
    def arrivals(self) -> Arrivals: ...

    @property
    def contract_sheets(self) -> ContractSheets: ...

    @property
    def named_tenures(self) -> NamedTenures: ...

    @property
    def metered_tenures(self) -> MeteredTenures: ...

    @property
    def invoice_lists(self) -> InvoiceLists: ...

    @property
    def debit_lists(self) -> DebitLists: ...

    @property
    def e_invoice_lists(self) -> EInvoiceLists: ...

    @property
    def request_lists(self) -> RequestLists: ...

    @property
    def request_sheets(self) -> RequestSheets: ...

    @property
    def reading_reviews(self) -> ReadingReviews: ...

    @property
    def leak_lists(self) -> LeakLists: ...

    @property
    def link_lists(self) -> LinkLists: ...

    @property
    def account_lists(self) -> AccountLists: ...

    @property
    def statistics(self) -> Statistics: ...

    @property
    def untold_events(self) -> UntoldEvents: ...

    @property
    def audit_trail(self) -> AuditTrail: ...

    @property
    def announcements(self) -> Announcements: ...

    @property
    def documents(self) -> Documents: ...

    @property
    def e_invoices(self) -> EInvoices: ...

    @property
    def contacts(self) -> Contacts: ...

    @property
    def registrations(self) -> Registrations: ...

    @property
    def accounts(self) -> Accounts: ...

    @property
    def sessions(self) -> Sessions: ...

    @property
    def devices(self) -> Devices: ...

    @property
    def attempts(self) -> Attempts: ...

    @property
    def tenures(self) -> Tenures: ...

    @property
    def meters(self) -> Meters: ...

    @property
    def sent_readings(self) -> SentReadings: ...

    @property
    def leak_notices(self) -> LeakNotices: ...

    @property
    def invoices(self) -> Invoices: ...

    @property
    def online_payments(self) -> OnlinePayments: ...

    @property
    def mandates(self) -> Mandates: ...

    @property
    def payment_changes(self) -> PaymentChanges: ...

    @property
    def intake(self) -> Intake: ...


Begin = Callable[[], AbstractContextManager[Work]]
"""Open a transaction: kept when the block ends well, undone when it raises.

Raises:
    DatabaseUnavailable: it cannot be reached, is locked or full.
"""

Look = Callable[[], AbstractContextManager[Readers]]
"""Open a window on one moment of the database; it never waits for a writer."""

Glance = Callable[[], AbstractContextManager[Readers]]
"""Open it for one question to one reader, which costs less; two might see two moments."""
