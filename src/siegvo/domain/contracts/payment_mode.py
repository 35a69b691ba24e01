"""How the invoices of a contract are paid."""

from enum import StrEnum


class PaymentMode(StrEnum):
    ON_INVOICE = "on_invoice"
    DIRECT_DEBIT = "direct_debit"
    MONTHLY = "monthly"
