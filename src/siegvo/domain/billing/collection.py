"""Money the treasury received for an invoice."""

from datetime import date
from enum import StrEnum

import attrs

from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.kernel.money import Money


class Means(StrEnum):
    CARD = "card"
    TRANSFER = "transfer"
    CHEQUE = "cheque"
    DIRECT_DEBIT = "direct_debit"
    CASH = "cash"
    OTHER = "other"


@attrs.frozen(kw_only=True)
class Collection:
    """What came in one day, by one means; below zero when it was taken back.

    Two that are alike are one: the billing system numbers none of them.
    """

    invoice: InvoiceNumber
    received_on: date
    amount: Money
    means: Means
