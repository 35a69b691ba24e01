"""An unremarkable order for the treasury."""

from typing import Final

import attrs

from siegvo.application.ports.treasury import PaymentOrder
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.money import Money

AMOUNT: Final = Money(14691)
REFERENCE: Final = "F2026000123"


def an_order(**facts: object) -> PaymentOrder:
    """Ask for 146.91 euros of one invoice, unless `facts` say otherwise."""
    order = PaymentOrder(
        fiscal_year=2026,
        reference=REFERENCE,
        amount=AMOUNT,
        subject="Facture d’eau F2026000123",
        email=EmailAddress("odile.marchal@exemple.fr"),
        return_url="https://abonnes.exemple.fr/paiements/P1/retour",
        notification_url="https://abonnes.exemple.fr/paiements/notification",
    )
    return attrs.evolve(order, **facts)  # type: ignore[arg-type]  # whatever the test is about
