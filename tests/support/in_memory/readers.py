"""Pages, read from memory."""

from datetime import date
from typing import Self

import attrs

from siegvo.application.readers.arrivals import Arrival
from siegvo.application.readers.contracts import AwaitedReading, ContractSheet, MeterSheet
from siegvo.application.readers.metered_tenures import MeteredTenure
from siegvo.application.readers.metering import ReadingToReview
from siegvo.application.readers.visitors import HeldContract, Visitor
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.reading import Reading
from siegvo.domain.metering.sent_reading import Review, SentReading
from siegvo.domain.payments.change import ChangeStep
from siegvo.domain.requests.kind import RequestKind
from tests.support.in_memory.account_lists import InMemoryAccountLists
from tests.support.in_memory.accounts import (
    InMemoryAccounts,
    InMemoryRegistrations,
    InMemorySessions,
)
from tests.support.in_memory.address_changes import InMemoryAddressChanges
from tests.support.in_memory.announcements import InMemoryAnnouncements
from tests.support.in_memory.audit import InMemoryAuditTrail
from tests.support.in_memory.billing import InMemoryInvoices
from tests.support.in_memory.contacts import InMemoryContacts
from tests.support.in_memory.contracts import InMemoryTenures
from tests.support.in_memory.debit_lists import InMemoryDebitLists
from tests.support.in_memory.devices import InMemoryDevices
from tests.support.in_memory.documents import InMemoryDocuments
from tests.support.in_memory.e_invoice_lists import InMemoryEInvoiceLists
from tests.support.in_memory.e_invoices import InMemoryEInvoices
from tests.support.in_memory.intake import InMemoryIntake
from tests.support.in_memory.invoice_lists import InMemoryInvoiceLists
from tests.support.in_memory.keeping import InMemoryAttempts
from tests.support.in_memory.leak_lists import InMemoryLeakLists
from tests.support.in_memory.leaks import InMemoryLeakNotices
from tests.support.in_memory.link_lists import InMemoryLinkLists
from tests.support.in_memory.metering import InMemoryMeters, InMemorySentReadings
from tests.support.in_memory.named_tenures import InMemoryNamedTenures
from tests.support.in_memory.online_payments import InMemoryOnlinePayments
from tests.support.in_memory.payments import InMemoryMandates, InMemoryPaymentChanges
from tests.support.in_memory.request_lists import InMemoryRequestLists, InMemoryRequestSheets
from tests.support.in_memory.staff import InMemoryStatistics, InMemoryUntoldEvents
from tests.support.in_memory.work import InMemoryWork


@attrs.frozen
class InMemoryVisitors:
    work: InMemoryWork

    def behind(self, fingerprint: str) -> Visitor | None:
        session = self.work.sessions.of(fingerprint)
        if session is None:
            return None
        account = self.work.accounts.of(session.account)
        latest = {each.contract: each for each in self.work.tenures.seen_by(account.id)}
        runs_first = sorted(
            latest.values(), key=lambda each: (each.days.last is not None, each.contract)
        )
        return Visitor(
            session=session,
            account=account.id,
            email=account.email,
            contracts=tuple(map(_held_contract, runs_first)),
        )


@attrs.frozen
class InMemoryArrivals:
    work: InMemoryWork

    def behind(self, fingerprint: str, *, number: ContractNumber | None) -> Arrival | None:
        visitor = InMemoryVisitors(self.work).behind(fingerprint)
        if visitor is None:
            return None
        sheets = InMemoryContractSheets(self.work)
        seen = [each.number for each in visitor.contracts]
        wanted = seen[:1] if number is None else [each for each in seen if each == number]
        shown = [sheets.held_by(visitor.account, each) for each in wanted]
        return Arrival(visitor=visitor, sheet=shown[0] if shown else None)


@attrs.frozen
class InMemoryContractSheets:
    work: InMemoryWork

    def held_by(self, holder: AccountId, number: ContractNumber) -> ContractSheet:
        tenure = self.work.tenures.held_by(holder, number)
        pending = self.work.e_invoices.pending(number, tenure.payer)
        choices = self.work.e_invoices.choices_of(number, tenure.payer)
        return ContractSheet(
            tenure=tenure,
            payer_name=self.work.tenures.payers[tenure.payer].name,
            meters=tuple(
                _meter_sheet(meter, tenure)
                for meter in self.work.meters.serving(number)
                if _served_last(meter, tenure)
            ),
            awaited=tuple(
                self._awaited(sent)
                for sent in self.work.sent_readings.awaited_by(holder, number)
                if tenure.days.holds(sent.reading.taken_on)
            ),
            last_invoice=InMemoryInvoiceLists(self.work).last_of(tenure),
            e_invoice_asked=pending[-1].wanted if pending else None,
            is_mailbox_refused=any(
                each.account == holder and not each.is_reached for each in choices
            ),
            is_payment_changed_here=any(
                (each.contract, each.payer) == (number, tenure.payer)
                and (each.step.is_open or each.step is ChangeStep.APPLIED)
                for each in self.work.payment_changes.all()
            ),
            has_open_requests=any(
                each.account == holder
                and each.contract in {number, None}
                and each.kind is not RequestKind.READING
                and not each.state.is_final
                for each in self.work.requests.kept.values()
            ),
            has_leak_notice=bool(self.work.leak_notices.of(number, tenure.payer)),
            has_announcements=any(
                each.withdrawn_at is None for each in self.work.announcements.kept.values()
            ),
        )

    def _awaited(self, sent: SentReading) -> AwaitedReading:
        return AwaitedReading(
            reference=sent.reference,
            serial=sent.serial,
            index=sent.reading.index,
            taken_on=sent.reading.taken_on,
            review=sent.review,
            state=self.work.requests.of(sent.reference).state,
        )


@attrs.frozen
class InMemoryMeteredTenures:
    work: InMemoryWork

    def held_by(self, holder: AccountId, number: ContractNumber) -> MeteredTenure:
        tenure = self.work.tenures.held_by(holder, number)
        return MeteredTenure(
            tenure=tenure,
            meters=self.work.meters.serving(number),
            awaited=self.work.sent_readings.awaited_by(holder, number),
            has_leak_notice=bool(self.work.leak_notices.of(number, tenure.payer)),
        )


@attrs.frozen
class InMemoryReadingReviews:
    work: InMemoryWork

    def awaited(self) -> tuple[ReadingToReview, ...]:
        waiting = [
            self._to_review(sent)
            for sent in self.work.sent_readings.kept.values()
            if sent.review is Review.AWAITED
        ]
        return tuple(sorted(waiting, key=lambda each: (each.sent_at, each.reference)))

    def _to_review(self, sent: SentReading) -> ReadingToReview:
        meter = self.work.meters.kept[sent.serial]
        return ReadingToReview(
            reference=sent.reference,
            contract=sent.contract,
            serial=sent.serial,
            index=sent.reading.index,
            taken_on=sent.reading.taken_on,
            sent_at=self.work.requests.of(sent.reference).asked_at,
            drawn_m3=sent.drawn_m3,
            previous=_before(meter, sent.reading.taken_on),
            photo=sent.photo,
        )


@attrs.frozen(kw_only=True)
class InMemoryReaders:
    visitors: InMemoryVisitors
    arrivals: InMemoryArrivals
    metered_tenures: InMemoryMeteredTenures
    contract_sheets: InMemoryContractSheets
    named_tenures: InMemoryNamedTenures
    invoice_lists: InMemoryInvoiceLists
    debit_lists: InMemoryDebitLists
    e_invoice_lists: InMemoryEInvoiceLists
    request_lists: InMemoryRequestLists
    request_sheets: InMemoryRequestSheets
    reading_reviews: InMemoryReadingReviews
    leak_lists: InMemoryLeakLists
    link_lists: InMemoryLinkLists
    account_lists: InMemoryAccountLists
    statistics: InMemoryStatistics
    untold_events: InMemoryUntoldEvents
    audit_trail: InMemoryAuditTrail
    intake: InMemoryIntake
    registrations: InMemoryRegistrations
    accounts: InMemoryAccounts
    sessions: InMemorySessions
    devices: InMemoryDevices
    address_changes: InMemoryAddressChanges
    attempts: InMemoryAttempts
    tenures: InMemoryTenures
    meters: InMemoryMeters
    sent_readings: InMemorySentReadings
    leak_notices: InMemoryLeakNotices
    online_payments: InMemoryOnlinePayments
    mandates: InMemoryMandates
    payment_changes: InMemoryPaymentChanges
    invoices: InMemoryInvoices
    documents: InMemoryDocuments
    announcements: InMemoryAnnouncements
    e_invoices: InMemoryEInvoices
    contacts: InMemoryContacts

    @classmethod
    def of(cls, work: InMemoryWork) -> Self:
        return cls(
            visitors=InMemoryVisitors(work),
            arrivals=InMemoryArrivals(work),
            metered_tenures=InMemoryMeteredTenures(work),
            contract_sheets=InMemoryContractSheets(work),
            named_tenures=InMemoryNamedTenures(work.tenures),
            invoice_lists=InMemoryInvoiceLists(work),
            debit_lists=InMemoryDebitLists(work),
            e_invoice_lists=InMemoryEInvoiceLists(work),
            request_lists=InMemoryRequestLists(work),
            request_sheets=InMemoryRequestSheets(work),
            reading_reviews=InMemoryReadingReviews(work),
            leak_lists=InMemoryLeakLists(work),
            link_lists=InMemoryLinkLists(work),
            account_lists=InMemoryAccountLists(work),
            statistics=InMemoryStatistics(work),
            untold_events=InMemoryUntoldEvents(work),
            audit_trail=InMemoryAuditTrail(work.seals),
            intake=work.intake,
            registrations=work.registrations,
            accounts=work.accounts,
            sessions=work.sessions,
            devices=work.devices,
            address_changes=work.address_changes,
            attempts=work.attempts,
            tenures=work.tenures,
            meters=work.meters,
            sent_readings=work.sent_readings,
            leak_notices=work.leak_notices,
            online_payments=work.online_payments,
            mandates=work.mandates,
            payment_changes=work.payment_changes,
            invoices=work.invoices,
            documents=work.documents,
            announcements=work.announcements,
            e_invoices=work.e_invoices,
            contacts=work.contacts,
        )


def _held_contract(tenure: Tenure) -> HeldContract:
    return HeldContract(
        number=tenure.contract,
        supply=tenure.supply,
        ended_on=tenure.days.last,
        is_suspended=tenure.is_suspended,
        is_debited=tenure.payment_mode.is_debited,
    )


def _served_last(meter: Meter, tenure: Tenure) -> bool:
    """Say whether the meter stands today, or stood when the payer left."""
    last = tenure.days.last
    if last is None:
        return meter.in_service
    return meter.fitted.on <= last and (meter.removed is None or meter.removed.on > last)


def _meter_sheet(meter: Meter, tenure: Tenure) -> MeterSheet:
    theirs = [each for each in meter.readings if tenure.days.holds(each.taken_on)]
    actual = [each for each in theirs if each.source.is_actual]
    return MeterSheet(
        serial=meter.serial,
        dials=meter.dials,
        fitted_on=meter.fitted.on,
        is_remote_read=meter.is_remote_read,
        last=theirs[-1] if theirs else None,
        last_actual=actual[-1] if actual else None,
    )


def _before(meter: Meter, day: date) -> Reading:
    earlier = [each for each in meter.readings if each.taken_on < day and each.source.is_actual]
    return earlier[-1] if earlier else meter.fitted.as_reading()
