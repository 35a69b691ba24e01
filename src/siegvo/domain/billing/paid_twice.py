"""Payments that overlapped: PayFiP may take two of one invoice when both pages were open."""

from collections import Counter
from collections.abc import Iterable

from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.situation import PaidOnline
from siegvo.domain.kernel.money import Money


def paid_too_much(
    invoice: Invoice, paid_online: Iterable[PaidOnline], collections: Iterable[Collection]
) -> Money | None:
    """Return what several payments on line took beyond the invoice, and was not given back.

    What came in by other means is the books' own matter.
    """
    paid = [each.amount.cents for each in paid_online]
    given_back = sum(-each.amount.cents for each in collections if each.amount < Money.zero())
    beyond = sum(paid) - max(invoice.total.cents, 0) - given_back
    return Money(beyond) if len(paid) > 1 and beyond > 0 else None


def paid_more_than_once(attempts: Iterable[OnlinePayment]) -> frozenset[InvoiceNumber]:
    """Return the invoices that more than one of these attempts paid."""
    paid = Counter(attempt.invoice for attempt in attempts if attempt.paid_on)
    return frozenset(invoice for invoice, times in paid.items() if times > 1)
