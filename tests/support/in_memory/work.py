"""One transaction on what is kept in memory."""

import attrs

from siegvo.domain.events import Event
from tests.support.in_memory.accounts import (
    InMemoryAccounts,
    InMemoryRegistrations,
    InMemorySessions,
)
from tests.support.in_memory.address_changes import InMemoryAddressChanges
from tests.support.in_memory.announcements import InMemoryAnnouncements
from tests.support.in_memory.audit import InMemorySeals
from tests.support.in_memory.billing import InMemoryInvoices
from tests.support.in_memory.contacts import InMemoryContacts
from tests.support.in_memory.contracts import InMemoryLinks, InMemoryTenures
from tests.support.in_memory.devices import InMemoryDevices
from tests.support.in_memory.documents import InMemoryDocuments
from tests.support.in_memory.e_invoices import InMemoryEInvoices
from tests.support.in_memory.intake import InMemoryIntake
from tests.support.in_memory.keeping import (
    InMemoryAttempts,
    InMemoryAudit,
    InMemoryOutbox,
    InMemorySubmissions,
)
from tests.support.in_memory.leaks import InMemoryLeakNotices
from tests.support.in_memory.link_requests import InMemoryLinkRequests
from tests.support.in_memory.metering import InMemoryMeters, InMemorySentReadings
from tests.support.in_memory.online_payments import InMemoryOnlinePayments
from tests.support.in_memory.payments import InMemoryMandates, InMemoryPaymentChanges
from tests.support.in_memory.requests import InMemoryRequests
from tests.support.in_memory.threads import InMemoryThreads


@attrs.define
class InMemoryWork:
    registrations: InMemoryRegistrations = attrs.Factory(InMemoryRegistrations)
    accounts: InMemoryAccounts = attrs.Factory(InMemoryAccounts)
    address_changes: InMemoryAddressChanges = attrs.Factory(InMemoryAddressChanges)
    sessions: InMemorySessions = attrs.Factory(InMemorySessions)
    devices: InMemoryDevices = attrs.Factory(InMemoryDevices)
    links: InMemoryLinks = attrs.Factory(InMemoryLinks)
    tenures: InMemoryTenures = attrs.Factory(
        lambda self: InMemoryTenures(self.links), takes_self=True
    )
    meters: InMemoryMeters = attrs.Factory(InMemoryMeters)
    invoices: InMemoryInvoices = attrs.Factory(
        lambda self: InMemoryInvoices(self.tenures), takes_self=True
    )
    online_payments: InMemoryOnlinePayments = attrs.Factory(InMemoryOnlinePayments)
    requests: InMemoryRequests = attrs.Factory(InMemoryRequests)
    payment_changes: InMemoryPaymentChanges = attrs.Factory(
        lambda self: InMemoryPaymentChanges(self.requests), takes_self=True
    )
    mandates: InMemoryMandates = attrs.Factory(
        lambda self: InMemoryMandates(self.payment_changes), takes_self=True
    )
    threads: InMemoryThreads = attrs.Factory(
        lambda self: InMemoryThreads(self.requests), takes_self=True
    )
    sent_readings: InMemorySentReadings = attrs.Factory(
        lambda self: InMemorySentReadings(self.requests), takes_self=True
    )
    leak_notices: InMemoryLeakNotices = attrs.Factory(
        lambda self: InMemoryLeakNotices(self.requests), takes_self=True
    )
    link_requests: InMemoryLinkRequests = attrs.Factory(
        lambda self: InMemoryLinkRequests(self.requests), takes_self=True
    )
    e_invoices: InMemoryEInvoices = attrs.Factory(
        lambda self: InMemoryEInvoices(self.requests, self.invoices), takes_self=True
    )
    contacts: InMemoryContacts = attrs.Factory(InMemoryContacts)
    documents: InMemoryDocuments = attrs.Factory(InMemoryDocuments)
    announcements: InMemoryAnnouncements = attrs.Factory(
        lambda self: InMemoryAnnouncements(self.tenures), takes_self=True
    )
    submissions: InMemorySubmissions = attrs.Factory(InMemorySubmissions)
    attempts: InMemoryAttempts = attrs.Factory(InMemoryAttempts)
    audit: InMemoryAudit = attrs.Factory(InMemoryAudit)
    seals: InMemorySeals = attrs.Factory(lambda self: InMemorySeals(self.audit), takes_self=True)
    outbox: InMemoryOutbox = attrs.Factory(InMemoryOutbox)

    @property
    def intake(self) -> InMemoryIntake:
        return InMemoryIntake(self)

    def record(self, event: Event) -> None:
        self.outbox.add(event)

    @property
    def events(self) -> list[Event]:
        """Every event recorded and not forgotten, the oldest first."""
        return [waiting.event for waiting in self.outbox.kept.values()]
