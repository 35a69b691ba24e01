"""What debits are made of, read from memory."""

from datetime import date
from zoneinfo import ZoneInfo

import attrs

from siegvo.application.readers.debits import Agreement, PayersInvoice
from siegvo.domain.billing.collection import Means
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.change import ChangeStep, PaymentChange
from tests.support.in_memory.billing import belongs
from tests.support.in_memory.invoice_lists import InMemoryInvoiceLists
from tests.support.in_memory.work import InMemoryWork

_PARIS = ZoneInfo("Europe/Paris")


@attrs.frozen
class InMemoryDebitLists:
    work: InMemoryWork

    def invoices(self, first: date, last: date) -> tuple[PayersInvoice, ...]:
        known = InMemoryInvoiceLists(self.work).known
        found = []
        for _, invoice in sorted(self.work.invoices.kept.items()):
            tenures = [each for each in self._tenures() if belongs(invoice, each)]
            day = invoice.debit_on
            if tenures and day and first <= day <= last and not invoice.is_cancelled:
                latest = max(each.days.first for each in tenures)
                payer = min(each.payer for each in tenures if each.days.first == latest)
                found.append(PayersInvoice(payer=payer, known=known(invoice)))
        return tuple(found)

    def last_collected(self, contract: ContractNumber, payer: PayerCode) -> date | None:
        theirs = [
            each for each in self._tenures() if (each.contract, each.payer) == (contract, payer)
        ]
        kept = self.work.invoices
        days = [
            each.received_on
            for each in kept.collections
            if each.means is Means.DIRECT_DEBIT
            and any(belongs(kept.kept[each.invoice], tenure) for tenure in theirs)
        ]
        return max(days, default=None)

    def agreements(self) -> tuple[Agreement, ...]:
        latest = {
            (each.contract, each.payer): each
            for each in sorted(self.work.payment_changes.kept.values(), key=_asked)
            if each.after is PaymentMode.MONTHLY
            and each.debit_day
            and each.step is ChangeStep.APPLIED
        }
        monthly = {
            (each.contract, each.payer)
            for each in self._tenures()
            if each.payment_mode is PaymentMode.MONTHLY and each.days.last is None
        }
        return tuple(
            Agreement(
                contract=change.contract,
                payer=change.payer,
                debit_day=change.debit_day or 0,
                agreed_on=change.asked_at.astimezone(_PARIS).date(),
                invoiced=self._invoiced(change),
            )
            for holder, change in sorted(latest.items(), key=lambda item: item[0])
            if holder in monthly
        )

    def _invoiced(self, change: PaymentChange) -> tuple[tuple[date, Money], ...]:
        theirs = [
            each
            for each in self._tenures()
            if (each.contract, each.payer) == (change.contract, change.payer)
        ]
        invoices = sorted(
            self.work.invoices.kept.values(), key=lambda each: (each.issued_on, each.number)
        )
        return tuple(
            (each.issued_on, each.total)
            for each in invoices
            if not each.is_cancelled and any(belongs(each, tenure) for tenure in theirs)
        )

    def _tenures(self) -> list[Tenure]:
        return list(self.work.tenures.kept.values())


def _asked(change: PaymentChange) -> tuple[object, ...]:
    return change.asked_at, change.reference
