"""Invoices as pages show them, read from memory."""

import attrs

from siegvo.application.readers.invoices import (
    InvoiceGroup,
    InvoiceKey,
    InvoicePage,
    InvoiceSheet,
    KnownInvoice,
    MeasuredPeriod,
    group_of,
)
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.metering.meter import Meter
from tests.support.in_memory.billing import belongs
from tests.support.in_memory.work import InMemoryWork


@attrs.frozen
class InMemoryInvoiceLists:
    work: InMemoryWork

    def of(
        self,
        holder: AccountId,
        *,
        contract: ContractNumber | None = None,
        year: int | None = None,
        group: InvoiceGroup | None = None,
        after: InvoiceKey | None = None,
        most: int,
    ) -> InvoicePage:
        held = [each for each in self._held(holder) if contract in {None, each.contract}]
        wanted = [
            known
            for known in map(self.known, held)
            if year in {None, known.invoice.issued_on.year}
            and (group is None or _group(known) is group)
            and (after is None or _key(known.invoice) < (after.issued_on, after.number))
        ]
        wanted.sort(key=lambda known: _key(known.invoice), reverse=True)
        years = [each.issued_on.year for each in held]
        return InvoicePage(
            invoices=tuple(wanted[:most]),
            first_year=min(years, default=None),
            last_year=max(years, default=None),
            goes_on=len(wanted) > most,
        )

    def sheet(self, holder: AccountId, number: InvoiceNumber) -> InvoiceSheet:
        invoice = self.work.invoices.held_by(holder, number)
        tenures = self.work.tenures
        tenure = next(each for each in reversed(tenures.seen_by(holder)) if belongs(invoice, each))
        payer = tenures.payers[tenure.payer]
        return InvoiceSheet(
            known=self.known(invoice),
            lines=self.work.invoices.lines_of(number),
            payer_name=payer.name,
            payer_address=payer.address,
            supply=tenure.supply,
            last_payable=self.work.invoices.last_payable_of(invoice),
            measured=_measured(self.work.meters.serving(invoice.contract), invoice, tenure),
        )

    def last_of(self, tenure: Tenure) -> KnownInvoice | None:
        theirs = [
            each
            for each in self.work.invoices.kept.values()
            if belongs(each, tenure) and not (each.is_cancelled or each.is_credit)
        ]
        return self.known(max(theirs, key=_key)) if theirs else None

    def known(self, invoice: Invoice) -> KnownInvoice:
        payments = [
            each
            for each in self.work.online_payments.kept.values()
            if each.invoice == invoice.number
        ]
        payments.sort(key=lambda each: each.opened_at)
        return KnownInvoice(
            invoice=invoice,
            collections=self.work.invoices.collections_of(invoice.number),
            paid_online=tuple(each.as_paid for each in payments if each.as_paid),
            is_paying_online=any(each.state.is_open for each in payments),
        )

    def _held(self, holder: AccountId) -> list[Invoice]:
        theirs = self.work.tenures.seen_by(holder)
        return [
            invoice
            for invoice in self.work.invoices.kept.values()
            if any(belongs(invoice, tenure) for tenure in theirs)
        ]


def _key(invoice: Invoice) -> tuple[object, ...]:
    return invoice.issued_on, invoice.number


def _group(known: KnownInvoice) -> InvoiceGroup:
    return group_of(known.situation_on(known.invoice.due_on).standing)


def _measured(
    meters: tuple[Meter, ...], invoice: Invoice, tenure: Tenure
) -> tuple[MeasuredPeriod, ...]:
    found = []
    for meter in sorted(meters, key=lambda each: each.serial):
        shown = {each.taken_on: each for each in meter.readings}
        days = invoice.period.first, invoice.period.last
        if all(day in shown and tenure.days.holds(day) for day in days):
            opening, closing = (shown[day] for day in days)
            found.append(
                MeasuredPeriod(
                    serial=meter.serial,
                    opening=opening.index,
                    closing=closing.index,
                    source=closing.source,
                )
            )
    return tuple(found)
