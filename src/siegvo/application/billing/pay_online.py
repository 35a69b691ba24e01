"""A payer leaves for the treasury's page."""

from uuid import UUID

import attrs

from siegvo.application.billing.payment_desk import PaymentDesk
from siegvo.application.billing.settle_payment import SettlePayment
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.ids import NewId
from siegvo.application.ports.payment_pages import PaymentPages
from siegvo.application.ports.treasury import (
    Opened,
    PaymentOrder,
    Treasury,
    TreasuryRefused,
    TreasuryUnavailable,
)
from siegvo.application.ports.work import Begin, Look
from siegvo.application.repositories.submissions import Submission
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.payable import NotPayableOnline
from siegvo.domain.billing.payment_reference import PaymentReference
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen(kw_only=True)
class OnlinePaymentNotOffered(NotPayableOnline):
    """The portal has no client number at the treasury."""


@attrs.frozen(kw_only=True)
class Started:
    """A payment that is open.

    Without `page_url`, its page is still being asked for, or it is over already.
    """

    reference: PaymentReference
    page_url: str | None


@attrs.frozen(kw_only=True)
class PayOnline:
    """Begin to pay what is left of an invoice, or go on with what was begun.

    The treasury is asked between two transactions: the first keeps the attempt, so that
    there is one; the second keeps the page.  Whoever dies in between leaves an attempt that
    is given up within a minute.
    """

    begin: Begin
    look: Look
    clock: Clock
    new_id: NewId
    treasury: Treasury | None
    pages: PaymentPages
    settle: SettlePayment

    def __call__(
        self,
        *,
        holder: AccountId,
        invoice: InvoiceNumber,
        submission: UUID | None = None,
        origin: str = "",
    ) -> Started:
        """Return where `holder` pays; asked again soon, it is the same page.

        Raises:
            InvoiceNotFound: it does not exist, or is not theirs.
            NotPayableOnline: one of its kinds says why not.
            TreasuryUnavailable: no page can be had now; no payment was begun.
            TreasuryRefused: the treasury gives none; no payment was begun.
            SubmissionReused: this `submission` came before for another invoice.
        """
        treasury = self._ask_about_former(holder, invoice)
        form = submission and Submission(
            author=str(holder), action="pay online", id=submission, content=str(invoice)
        )
        now = self.clock.now()
        with self.begin() as work:
            known = form and work.submissions.claim(form, at=now)
            if known:
                attempt, is_new = work.online_payments.of(PaymentReference(UUID(known))), False
            else:
                desk = PaymentDesk(work, treasury, now=now, today=self.clock.today())
                wanted = PaymentReference(self.new_id())
                attempt = desk.take(wanted, invoice=invoice, payer=holder, origin=origin)
                is_new = attempt.reference == wanted
                if form:
                    work.submissions.settle(form, str(attempt.reference))
            email = work.accounts.of(holder).email
        if is_new:
            return self._open(attempt, treasury, email=email)
        return Started(reference=attempt.reference, page_url=attempt.page_at(now))

    def _ask_about_former(self, holder: AccountId, number: InvoiceNumber) -> Treasury:
        """Learn what became of a payment whose page has closed, before another is begun."""
        now = self.clock.now()
        with self.look() as readers:
            readers.invoices.held_by(holder, number)
            attempts = readers.online_payments.of_invoice(number)
        if self.treasury is None:
            raise OnlinePaymentNotOffered(number=number)
        for attempt in attempts:
            if attempt.state is PaymentState.OPEN and attempt.page_at(now) is None:
                self.settle(attempt)
        return self.treasury

    def _open(self, attempt: OnlinePayment, treasury: Treasury, *, email: EmailAddress) -> Started:
        order = PaymentOrder(
            fiscal_year=attempt.bill.fiscal_year,
            reference=attempt.bill.reference,
            amount=attempt.bill.amount,
            subject=self.pages.subject(attempt.invoice),
            email=email,
            return_url=self.pages.return_url(attempt.reference),
            notification_url=self.pages.notification_url(),
        )
        try:
            opened = treasury.open(order)
        except (TreasuryUnavailable, TreasuryRefused):
            self._keep(attempt.reference, None)
            raise
        self._keep(attempt.reference, opened)
        return Started(reference=attempt.reference, page_url=opened.page_url)

    def _keep(self, reference: PaymentReference, opened: Opened | None) -> None:
        with self.begin() as work:
            known = work.online_payments.of(reference)
            work.online_payments.save(
                known.opened(idop=opened.idop, page_url=opened.page_url)
                if opened
                else known.expired(at=self.clock.now())
            )
