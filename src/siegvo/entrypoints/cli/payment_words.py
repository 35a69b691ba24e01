"""Payments on line, said to staff."""

from collections.abc import Iterable, Mapping
from typing import Final

from siegvo.adapters.french.values import say
from siegvo.application.billing.check_payments import Check, CheckOutcome
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.entrypoints.cli.table import Table

STATES: Final[Mapping[PaymentState, str]] = {
    PaymentState.OPENING: "en ouverture",
    PaymentState.OPEN: "en attente",
    PaymentState.PAID: "payé",
    PaymentState.REFUSED: "refusé",
    PaymentState.ABANDONED: "abandonné",
    PaymentState.EXPIRED: "sans suite",
}
_FACTS: Final[Mapping[str, str]] = {
    "idop": "identifiant",
    "reference": "référence",
    "fiscal_year": "exercice",
    "amount": "montant",
    "client": "numéro de client",
    "mode": "mode",
}


def payment_table(attempts: Iterable[OnlinePayment]) -> Table:
    """Lay out payments in rows."""
    return Table(
        headings=("Facture", "Montant", "Commencé le", "État", "Payé le", "Référence", "Écarts"),
        rows=[
            (
                str(attempt.invoice),
                say(attempt.bill.amount),
                say(attempt.opened_at),
                STATES[attempt.state],
                say(attempt.paid_at) if attempt.paid_at else "–",
                attempt.bill.reference,
                _differences(attempt) or "–",
            )
            for attempt in attempts
        ],
        figures=frozenset({1}),
    )


def payment_facts(attempt: OnlinePayment) -> Mapping[str, object]:
    """Return what programs read of a payment."""
    return {
        "reference": attempt.reference,
        "invoice": attempt.invoice,
        "amount_cents": attempt.bill.amount.cents,
        "treasury_reference": attempt.bill.reference,
        "fiscal_year": attempt.bill.fiscal_year,
        "state": attempt.state,
        "means": attempt.means,
        "idop": attempt.idop,
        "opened_at": attempt.opened_at,
        "paid_at": attempt.paid_at,
        "settled_at": attempt.settled_at,
        "looked_at": attempt.looked_at,
        "next_look_at": attempt.next_look_at,
        "looks": attempt.looks,
        "mismatches": sorted(attempt.mismatches),
    }


def _differences(attempt: OnlinePayment) -> str:
    """Name the facts of an answer that were not ours: `montant, référence`."""
    return ", ".join(sorted(_FACTS[fact] for fact in attempt.mismatches))


def silence(check: Check) -> str:
    """Say why a payment could not be checked."""
    if check.outcome is CheckOutcome.REFUSED:
        return f"la trésorerie refuse de répondre, avec le code {check.why}"
    return "la trésorerie ne répond pas"
