"""Whether an invoice may be paid on line, from here."""

import attrs

from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.payable import (
    NothingToPay,
    NotPayableOnline,
    PaidOnlineAlready,
    PaymentUnderWay,
    WillBeDebited,
    check_payable,
)
from siegvo.domain.billing.situation import Situation
from siegvo.domain.kernel.money import Money

_WHATEVER_THE_MEANS = (NothingToPay, PaidOnlineAlready, PaymentUnderWay, WillBeDebited)


@attrs.frozen(kw_only=True)
class Offer:
    """The `amount` to pay on line, or `why_not`; neither where nobody pays on line at all."""

    amount: Money | None = None
    why_not: NotPayableOnline | None = None


def offer_for(
    invoice: Invoice, situation: Situation, *, last: InvoiceNumber | None, is_open: bool
) -> Offer:
    """Say what may be paid on line.

    `last` is the last invoice of the tenure that is neither cancelled nor a credit; `is_open`
    where the portal takes payments.
    """
    try:
        amount = check_payable(invoice, situation, last=last or invoice.number)
    except NotPayableOnline as reason:
        holds_anyway = is_open or isinstance(reason, _WHATEVER_THE_MEANS)
        return Offer(why_not=reason if holds_anyway else None)
    return Offer(amount=amount if is_open else None)
