"""Two ways into the database: to write, and to look."""

from collections.abc import Iterator
from contextlib import contextmanager

import attrs
from sqlalchemy import Connection, Engine

from siegvo.adapters.sql.engine import reading
from siegvo.adapters.sql.intake.intake import SqlIntake
from siegvo.adapters.sql.intake.turns import take_turn
from siegvo.adapters.sql.readers.accounts import SqlAccountLists
from siegvo.adapters.sql.readers.arrivals import SqlArrivals
from siegvo.adapters.sql.readers.audit import SqlAuditTrail
from siegvo.adapters.sql.readers.contracts import SqlContractSheets
from siegvo.adapters.sql.readers.debits import SqlDebitLists
from siegvo.adapters.sql.readers.e_invoices import SqlEInvoiceLists
from siegvo.adapters.sql.readers.invoices import SqlInvoiceLists
from siegvo.adapters.sql.readers.leaks import SqlLeakLists
from siegvo.adapters.sql.readers.links import SqlLinkLists
from siegvo.adapters.sql.readers.metered_tenures import SqlMeteredTenures
from siegvo.adapters.sql.readers.metering import SqlReadingReviews
from siegvo.adapters.sql.readers.named_tenures import SqlNamedTenures
from siegvo.adapters.sql.readers.request_sheets import SqlRequestSheets
from siegvo.adapters.sql.readers.requests import SqlRequestLists
from siegvo.adapters.sql.readers.staff import SqlStatistics, SqlUntoldEvents
from siegvo.adapters.sql.readers.visitors import SqlVisitors
from siegvo.adapters.sql.repositories.accounts import SqlAccounts
from siegvo.adapters.sql.repositories.address_changes import SqlAddressChanges
from siegvo.adapters.sql.repositories.announcements import SqlAnnouncements
from siegvo.adapters.sql.repositories.attempts import SqlAttempts
from siegvo.adapters.sql.repositories.audit import SqlAudit
from siegvo.adapters.sql.repositories.contacts import SqlContacts
from siegvo.adapters.sql.repositories.devices import SqlDevices
from siegvo.adapters.sql.repositories.documents import SqlDocuments
from siegvo.adapters.sql.repositories.e_invoices import SqlEInvoices
from siegvo.adapters.sql.repositories.invoices import SqlInvoices
from siegvo.adapters.sql.repositories.leaks import SqlLeakNotices
from siegvo.adapters.sql.repositories.link_requests import SqlLinkRequests
from siegvo.adapters.sql.repositories.links import SqlLinks
from siegvo.adapters.sql.repositories.mandates import SqlMandates
from siegvo.adapters.sql.repositories.meters import SqlMeters
from siegvo.adapters.sql.repositories.online_payments import SqlOnlinePayments
from siegvo.adapters.sql.repositories.outbox import SqlOutbox
from siegvo.adapters.sql.repositories.payment_changes import SqlPaymentChanges
from siegvo.adapters.sql.repositories.registrations import SqlRegistrations
from siegvo.adapters.sql.repositories.requests import SqlRequests
from siegvo.adapters.sql.repositories.seals import SqlSeals
from siegvo.adapters.sql.repositories.sent_readings import SqlSentReadings
from siegvo.adapters.sql.repositories.sessions import SqlSessions
from siegvo.adapters.sql.repositories.submissions import SqlSubmissions
from siegvo.adapters.sql.repositories.tenures import SqlTenures
from siegvo.adapters.sql.repositories.threads import SqlThreads
from siegvo.adapters.sql.sights import Sights
from siegvo.adapters.sql.troubles import Translated
from siegvo.application.ports.work import Begin, Glance, Look
from siegvo.domain.events import Event


@attrs.frozen
class _Both:
    """What a transaction and a look both reach; in a look, the database refuses to write."""

    connection: Connection

    @property
    def address_changes(self) -> SqlAddressChanges:
        return SqlAddressChanges(self.connection)

    @property
    def registrations(self) -> SqlRegistrations:
        return SqlRegistrations(self.connection)

    @property
    def accounts(self) -> SqlAccounts:
        return SqlAccounts(self.connection)

    @property
    def sessions(self) -> SqlSessions:
        return SqlSessions(self.connection)

    @property
    def devices(self) -> SqlDevices:
        return SqlDevices(self.connection)

    @property
    def tenures(self) -> SqlTenures:
        return SqlTenures(self.connection)

    @property
    def meters(self) -> SqlMeters:
        return SqlMeters(self.connection)

    @property
    def sent_readings(self) -> SqlSentReadings:
        return SqlSentReadings(self.connection)

    @property
    def leak_notices(self) -> SqlLeakNotices:
        return SqlLeakNotices(self.connection)

    @property
    def invoices(self) -> SqlInvoices:
        return SqlInvoices(self.connection)

    @property
    def online_payments(self) -> SqlOnlinePayments:
        return SqlOnlinePayments(self.connection)

    @property
    def mandates(self) -> SqlMandates:
        return SqlMandates(self.connection)

    @property
    def payment_changes(self) -> SqlPaymentChanges:
        return SqlPaymentChanges(self.connection)

    @property
    def contacts(self) -> SqlContacts:
        return SqlContacts(self.connection)

    @property
    def announcements(self) -> SqlAnnouncements:
        return SqlAnnouncements(self.connection)

    @property
    def documents(self) -> SqlDocuments:
        return SqlDocuments(self.connection)

    @property
    def e_invoices(self) -> SqlEInvoices:
        return SqlEInvoices(self.connection)

    @property
    def attempts(self) -> SqlAttempts:
        return SqlAttempts(self.connection)

    @property
    def intake(self) -> SqlIntake:
        return SqlIntake(self.connection)


@attrs.frozen
class SqlReaders(_Both):
    """`Readers`, through one connection that cannot write."""

    @property
    def visitors(self) -> SqlVisitors:
        return SqlVisitors(self.connection)

    @property
    def arrivals(self) -> SqlArrivals:
        return SqlArrivals(self.connection)

    @property
    def contract_sheets(self) -> SqlContractSheets:
        return SqlContractSheets(self.connection)

    @property
    def named_tenures(self) -> SqlNamedTenures:
        return SqlNamedTenures(self.connection)

    @property
    def metered_tenures(self) -> SqlMeteredTenures:
        return SqlMeteredTenures(self.connection)

    @property
    def invoice_lists(self) -> SqlInvoiceLists:
        return SqlInvoiceLists(self.connection)

    @property
    def debit_lists(self) -> SqlDebitLists:
        return SqlDebitLists(self.connection)

    @property
    def e_invoice_lists(self) -> SqlEInvoiceLists:
        return SqlEInvoiceLists(self.connection)

    @property
    def request_lists(self) -> SqlRequestLists:
        return SqlRequestLists(self.connection)

    @property
    def request_sheets(self) -> SqlRequestSheets:
        return SqlRequestSheets(self.connection)

    @property
    def reading_reviews(self) -> SqlReadingReviews:
        return SqlReadingReviews(self.connection)

    @property
    def leak_lists(self) -> SqlLeakLists:
        return SqlLeakLists(self.connection)

    @property
    def link_lists(self) -> SqlLinkLists:
        return SqlLinkLists(self.connection)

    @property
    def account_lists(self) -> SqlAccountLists:
        return SqlAccountLists(self.connection)

    @property
    def statistics(self) -> SqlStatistics:
        return SqlStatistics(self.connection)

    @property
    def untold_events(self) -> SqlUntoldEvents:
        return SqlUntoldEvents(self.connection)

    @property
    def audit_trail(self) -> SqlAuditTrail:
        return SqlAuditTrail(self.connection)


@attrs.frozen
class SqlWork(_Both):
    """`Work`, done through one connection."""

    @property
    def intake(self) -> SqlIntake:
        take_turn(self.connection)
        return SqlIntake(self.connection)

    @property
    def links(self) -> SqlLinks:
        return SqlLinks(self.connection)

    @property
    def requests(self) -> SqlRequests:
        return SqlRequests(self.connection)

    @property
    def threads(self) -> SqlThreads:
        return SqlThreads(self.connection)

    @property
    def link_requests(self) -> SqlLinkRequests:
        return SqlLinkRequests(self.connection)

    @property
    def submissions(self) -> SqlSubmissions:
        return SqlSubmissions(self.connection)

    @property
    def audit(self) -> SqlAudit:
        return SqlAudit(self.connection)

    @property
    def seals(self) -> SqlSeals:
        return SqlSeals(self.connection)

    @property
    def outbox(self) -> SqlOutbox:
        return SqlOutbox(self.connection)

    def record(self, event: Event) -> None:
        self.outbox.add(event)


def sql_work(engine: Engine) -> Begin:
    """Return the way to begin a transaction on `engine`."""

    @contextmanager
    def begin() -> Iterator[SqlWork]:
        with Translated(), engine.begin() as connection:
            yield SqlWork(connection)

    return begin


def sights_of(engine: Engine) -> Sights:
    """Return the connections that look at the database of `engine`."""
    return Sights(reading(engine))


def sql_look(sights: Sights) -> Look:
    """Return the way to look at one moment, and touch nothing."""

    @contextmanager
    def look() -> Iterator[SqlReaders]:
        with Translated(), sights.look() as connection:
            yield SqlReaders(connection)

    return look


def sql_glance(sights: Sights) -> Glance:
    """Return the way to ask one thing, and touch nothing."""

    @contextmanager
    def glance() -> Iterator[SqlReaders]:
        with Translated(), sights.glance() as connection:
            yield SqlReaders(connection)

    return glance
