"""How the treasury's page names an invoice, and where it leads back to."""

import attrs

from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.payment_reference import PaymentReference


@attrs.frozen
class FrenchPaymentPages:
    """`PaymentPages`, of the portal served at `public_url`."""

    public_url: str

    def subject(self, invoice: InvoiceNumber) -> str:
        return f"Facture d’eau {invoice}"

    def return_url(self, reference: PaymentReference) -> str:
        return f"{self.public_url}/paiements/{reference}/retour"

    def notification_url(self) -> str:
        return f"{self.public_url}/paiements/notification"
