"""The last invoice on the dashboard, ready to print."""

from datetime import date

import attrs

from siegvo.adapters.french.values import say
from siegvo.application.readers.invoices import KnownInvoice
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.situation import Situation, Standing
from siegvo.entrypoints.web.billing.standing_marks import standing_mark
from siegvo.entrypoints.web.billing.words import KINDS, is_owed, known_on, whole_of
from siegvo.entrypoints.web.requests.states import StateMark


@attrs.frozen(kw_only=True)
class InvoiceCard:
    """`heading`: `Prochain prélèvement`; `amount` is what is left, else the total.

    `subject`: `Facture`, and `issued`: `du 22/10/2026, de 12,00 € en tout.`; `known` says
    whose word it is.
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
    return InvoiceCard(
        heading=_heading(invoice, situation, today),
        amount=say(left.amount if is_owed(situation) else invoice.total),
        state=standing_mark(invoice, situation, today=today),
        subject=KINDS[invoice.kind],
        number=str(invoice.number),
        issued=f"du {say(invoice.issued_on)}{whole_of(invoice, situation)}.",
        known=f"{known_on(left.as_of)}.",
        href=f"/factures/{invoice.number}",
    )


def _heading(invoice: Invoice, situation: Situation, today: date) -> str:
    if situation.standing is not Standing.TO_BE_DEBITED:
        return "Dernière facture"
    is_to_come = today <= (invoice.debit_on or invoice.due_on)
    return "Prochain prélèvement" if is_to_come else "Prélèvement en cours"
