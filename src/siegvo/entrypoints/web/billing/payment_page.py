"""What is known of a payment, ready to print."""

from datetime import datetime

import attrs

from siegvo.adapters.french.values import say
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.entrypoints.web.billing.return_words import ReturnWords, return_words


@attrs.frozen(kw_only=True)
class PaymentPage:
    """A payment, as of when the page was asked for.

    `known`: `Dernière réponse de la trésorerie : le 23/11/2026 à 14h05.`  The button of
    `words` sends `action`; `again_href` looks again, or is empty.
    """

    words: ReturnWords
    number: str
    amount: str
    begun: str
    known: str
    action: str
    invoice_href: str
    again_href: str


def payment_page(attempt: OnlinePayment, *, now: datetime) -> PaymentPage:
    """Write out `attempt`."""
    words = return_words(attempt, now)
    invoice_href = f"/factures/{attempt.invoice}"
    return PaymentPage(
        words=words,
        number=str(attempt.invoice),
        amount=say(attempt.bill.amount),
        begun=say(attempt.opened_at),
        known=_known(attempt),
        action=f"{invoice_href}/paiement",
        invoice_href=invoice_href,
        again_href=f"/paiements/{attempt.reference}/retour" if words.is_awaited else "",
    )


def _known(attempt: OnlinePayment) -> str:
    if attempt.looked_at is None:
        return "La trésorerie n’a pas encore répondu."
    return f"Dernière réponse de la trésorerie\u00a0: le {say(attempt.looked_at)}."
