"""The last invoice on the dashboard, ready to print."""

from datetime import date

import attrs

from siegvo.adapters.french.values import say
from siegvo.application.readers.invoices import KnownInvoice
from siegvo.domain.billing.situation import Standing
from siegvo.entrypoints.web.billing.standing_marks import standing_mark
from siegvo.entrypoints.web.billing.words import KINDS, is_owed, known_on
from siegvo.entrypoints.web.requests.states import StateMark


@attrs.frozen(kw_only=True)
class InvoiceCard:
    """`heading`: `Prochain prélèvement`; `amount` is what is left, else the total.

    `subject`: `Facture`, and `issued`: `du 22/10/2026.`; `known` says whose word it is.
    """

    heading: str
    amount: str
    state: StateMark
    subject: str
    number: str
    issued: str
    known: str
    href: str


def invoice_card(known: KnownInvoice, *, today: date) -> InvoiceCard:
    """Write out `known`, the last invoice of the contract."""
    invoice, situation = known.invoice, known.situation_on(today)
    left = situation.outstanding
    is_coming = situation.standing is Standing.TO_BE_DEBITED
    return InvoiceCard(
        heading="Prochain prélèvement" if is_coming else "Dernière facture",
        amount=say(left.amount if is_owed(situation) else invoice.total),
        state=standing_mark(invoice, situation, today=today),
        subject=KINDS[invoice.kind],
        number=str(invoice.number),
        issued=f"du {say(invoice.issued_on)}.",
        known=f"{known_on(left.as_of)}.",
        href=f"/factures/{invoice.number}",
    )
