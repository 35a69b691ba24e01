"""Where one attempt to pay on line is made or found again, inside one transaction."""

from datetime import date, datetime

import attrs

from siegvo.application.ports.treasury import Treasury
from siegvo.application.ports.work import Work
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.bill import Bill
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.payable import PaymentUnderWay, check_payable
from siegvo.domain.billing.payment_reference import PaymentReference
from siegvo.domain.billing.resuming import find_open, is_given_up
from siegvo.domain.billing.situation import situation_of
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen
class PaymentDesk:
    """One attempt at a time for each invoice."""

    work: Work
    treasury: Treasury
    now: datetime = attrs.field(kw_only=True)
    today: date = attrs.field(kw_only=True)

    def take(
        self, wanted: PaymentReference, *, invoice: InvoiceNumber, payer: AccountId, origin: str
    ) -> OnlinePayment:
        """Return the attempt `payer` goes on with, or a new one under `wanted`."""
        former = self._open(invoice, payer=payer)
        if former and not is_given_up(former, now=self.now):
            return former
        if former:
            self.work.online_payments.save(former.expired(at=self.now))
        attempt = OnlinePayment.begun(
            wanted,
            invoice=invoice,
            account=payer,
            bill=self._bill(invoice, payer=payer),
            at=self.now,
        )
        if not self.work.online_payments.add(attempt):
            return self._faster(invoice, payer=payer)
        self.work.audit.add(
            Entry(
                at=self.now,
                actor=Actor.subscriber(payer),
                gesture=Gesture.PAYMENT_BEGUN,
                subject=f"{invoice} {wanted}",
                origin=origin,
            )
        )
        return attempt

    def _open(self, invoice: InvoiceNumber, *, payer: AccountId) -> OnlinePayment | None:
        attempts = self.work.online_payments.of_invoice(invoice)
        return find_open(attempts, by=payer, now=self.now)

    def _faster(self, invoice: InvoiceNumber, *, payer: AccountId) -> OnlinePayment:
        """Return the attempt that another transaction made meanwhile."""
        found = self._open(invoice, payer=payer)
        if found is None:
            raise PaymentUnderWay(number=invoice)
        return found

    def _bill(self, number: InvoiceNumber, *, payer: AccountId) -> Bill:
        """Write what is to be paid from what the books say, and from nothing else."""
        invoice = self.work.invoices.held_by(payer, number)
        attempts = self.work.online_payments.of_invoice(number)
        situation = situation_of(
            invoice,
            self.work.invoices.collections_of(number),
            today=self.today,
            paid_online=[paid for each in attempts if (paid := each.as_paid)],
        )
        last = self.work.invoices.last_payable_of(invoice) or number
        amount = check_payable(invoice, situation, last=last)
        return Bill.of(invoice, amount, client=self.treasury.client, mode=self.treasury.mode)
