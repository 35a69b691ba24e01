"""A subscriber looks at their invoices."""

from datetime import date

import attrs

from siegvo.application.billing.document_size import size_of_document
from siegvo.application.billing.offer import Offer, offer_for
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.pdf_files import PdfFiles
from siegvo.application.ports.work import Glance
from siegvo.application.readers.invoices import InvoiceGroup, InvoiceKey, KnownInvoice
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.situation import Situation
from siegvo.domain.contracts.contract_number import ContractNumber

AT_ONCE = 20


@attrs.frozen(kw_only=True)
class ListedInvoice:
    invoice: Invoice
    situation: Situation


@attrs.frozen(kw_only=True)
class InvoiceList:
    """Some invoices, the newest first, and how each stands today.

    `years` are those in which any was issued, the last first.  `after` is where the list goes
    on, if it does.  `latest` is the newest of all that is neither cancelled nor a credit, and
    `offer` whether it may be paid on line; both are there when a contract's list begins with
    nothing left out.  `latest_bytes` is the size of its document, if there is one.
    """

    invoices: tuple[ListedInvoice, ...]
    years: tuple[int, ...]
    after: InvoiceKey | None
    latest: ListedInvoice | None
    offer: Offer | None
    latest_bytes: int | None = None


@attrs.frozen
class ListInvoices:
    """List the invoices of a contract, or of all that an account is linked to."""

    glance: Glance
    clock: Clock
    files: PdfFiles
    takes_payments: bool

    def __call__(
        self,
        *,
        holder: AccountId,
        contract: ContractNumber | None = None,
        year: int | None = None,
        group: InvoiceGroup | None = None,
        after: InvoiceKey | None = None,
    ) -> InvoiceList:
        """Return twenty of them; amounts in cents, days in Paris.

        `year` is the one they were issued in, from 1 to 9999.
        """
        with self.glance() as readers:
            page = readers.invoice_lists.of(
                holder, contract=contract, year=year, group=group, after=after, most=AT_ONCE
            )
        today = self.clock.today()
        listed = tuple(_listed(known, today=today) for known in page.invoices)
        is_whole = contract is not None and not (year or group or after)
        latest = next(filter(_may_be_owed, listed), None) if is_whole else None
        return InvoiceList(
            invoices=listed,
            years=_years(page.first_year, page.last_year),
            after=_key(listed[-1].invoice) if page.goes_on else None,
            latest=latest,
            offer=self._offer(latest) if latest else None,
            latest_bytes=size_of_document(latest.invoice, self.files) if latest else None,
        )

    def _offer(self, listed: ListedInvoice) -> Offer:
        return offer_for(
            listed.invoice,
            listed.situation,
            last=listed.invoice.number,
            is_open=self.takes_payments,
        )


def _listed(known: KnownInvoice, *, today: date) -> ListedInvoice:
    return ListedInvoice(invoice=known.invoice, situation=known.situation_on(today))


def _may_be_owed(listed: ListedInvoice) -> bool:
    return not (listed.invoice.is_cancelled or listed.invoice.is_credit)


def _years(first: int | None, last: int | None) -> tuple[int, ...]:
    if first is None or last is None:
        return ()
    return tuple(range(last, first - 1, -1))


def _key(invoice: Invoice) -> InvoiceKey:
    return InvoiceKey(issued_on=invoice.issued_on, number=invoice.number)
