"""What the treasury is given of our pages."""

from typing import Protocol

from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.payment_reference import PaymentReference


class PaymentPages(Protocol):
    def subject(self, invoice: InvoiceNumber) -> str:
        """Say what is paid, as the payer reads it on the treasury's page."""

    def return_url(self, reference: PaymentReference) -> str:
        """Return where the payer comes back to."""

    def notification_url(self) -> str:
        """Return where the treasury says that there is something to ask."""
