"""How the invoices of a contract are paid."""

from enum import StrEnum


class PaymentMode(StrEnum):
    """On each invoice, by debit when one falls due, or by the month."""

    ON_INVOICE = "on_invoice"
    DIRECT_DEBIT = "direct_debit"
    MONTHLY = "monthly"

    @property
    def is_debited(self) -> bool:
        """Say whether an account pays the invoices by itself."""
        return self is not PaymentMode.ON_INVOICE
