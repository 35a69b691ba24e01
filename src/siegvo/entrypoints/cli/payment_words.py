"""Payments on line, said to staff."""

from collections.abc import Mapping, Sequence
from typing import Final

from siegvo.adapters.french.values import say
from siegvo.application.billing.check_payments import Check, CheckOutcome
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.paid_twice import paid_more_than_once
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
CHOSEN: Final[Mapping[str, PaymentState]] = {
    "en-ouverture": PaymentState.OPENING,
    "en-attente": PaymentState.OPEN,
    "paye": PaymentState.PAID,
    "refuse": PaymentState.REFUSED,
    "abandonne": PaymentState.ABANDONED,
    "sans-suite": PaymentState.EXPIRED,
}
"""The words by which staff choose among payments."""
_FACTS: Final[Mapping[str, str]] = {
    "idop": "identifiant",
    "reference": "référence",
    "fiscal_year": "exercice",
    "amount": "montant",
    "client": "numéro de client",
    "mode": "mode",
}


def payment_table(attempts: Sequence[OnlinePayment]) -> Table:
    """Lay out payments in rows."""
    twice = paid_more_than_once(attempts)
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
                _odd(attempt, is_twice=attempt.invoice in twice) or "–",
            )
            for attempt in attempts
        ],
        figures=frozenset({1}),
        elastic={5: 8, 6: 8},
        details={2: " à ", 4: " à "},
    )


def all_payment_facts(attempts: Sequence[OnlinePayment]) -> list[Mapping[str, object]]:
    """Return what programs read of payments listed together."""
    twice = paid_more_than_once(attempts)
    return [_payment_facts(each, is_twice=each.invoice in twice) for each in attempts]


def _payment_facts(attempt: OnlinePayment, *, is_twice: bool) -> Mapping[str, object]:
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
        "is_invoice_paid_twice": is_twice and attempt.paid_on is not None,
    }


def _odd(attempt: OnlinePayment, *, is_twice: bool) -> str:
    """Name the facts of an answer that were not ours: `montant, référence`."""
    twice = ["payée deux fois"] if is_twice and attempt.paid_on else []
    return ", ".join([*twice, *sorted(_FACTS[fact] for fact in attempt.mismatches)])


def silence(check: Check) -> str:
    """Say why a payment could not be checked."""
    if check.outcome is CheckOutcome.REFUSED:
        return f"la trésorerie refuse de répondre, avec le code {check.why}"
    return "la trésorerie ne répond pas"
