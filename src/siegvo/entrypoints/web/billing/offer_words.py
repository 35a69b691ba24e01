"""How an invoice is paid, ready to print."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs

from siegvo.adapters.french.values import say
from siegvo.application.billing.offer import Offer
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.payable import (
    NotPayableOnline,
    NotTheLastInvoice,
    PaidOnlineAlready,
    PaymentUnderWay,
    TooLittleToPayOnline,
    TooMuchToPayOnline,
    UnknownToTreasury,
    WillBeDebited,
)
from siegvo.domain.billing.situation import Situation
from siegvo.entrypoints.web.billing.words import is_owed

_OTHERWISE: Final = "Suivez les moyens de paiement imprimés sur la facture."


@attrs.frozen(kw_only=True)
class PaymentWords:
    """`button`: `Payer 169,10 € en ligne`, and `action` where its form is sent.

    `instead` says why there is no button, or what to know before it is pressed; or is empty.
    `last_href` leads to the invoice that may be paid, or is empty.
    """

    button: str = ""
    action: str = ""
    instead: str = ""
    last_href: str = ""


def payment_words(invoice: Invoice, situation: Situation, offer: Offer) -> PaymentWords:
    """Offer to pay `invoice`, or say kindly why not and what to do."""
    if offer.amount:
        return PaymentWords(
            button=f"Payer {say(offer.amount)} en ligne",
            action=_action(invoice),
        )
    if not is_owed(situation):
        return PaymentWords()
    if offer.why_not is None:
        return PaymentWords(
            instead=f"Le paiement en ligne n’est pas ouvert sur ce portail. {_OTHERWISE}"
        )
    if isinstance(offer.why_not, PaymentUnderWay):
        return PaymentWords(
            button="Reprendre le paiement en ligne",
            action=_action(invoice),
            instead=_why(offer.why_not),
        )
    return PaymentWords(instead=_why(offer.why_not), last_href=_last_href(offer.why_not))


def _action(invoice: Invoice) -> str:
    return f"/factures/{invoice.number}/paiement"


def _why(reason: NotPayableOnline) -> str:
    return _REASONS[type(reason)](reason)


def _last_href(reason: NotPayableOnline) -> str:
    return f"/factures/{reason.last}" if isinstance(reason, NotTheLastInvoice) else ""


def _not_the_last(_: NotTheLastInvoice) -> str:
    return (
        "Seule la dernière facture du contrat se paie en ligne."
        f" Pour celle-ci\u00a0: {_OTHERWISE[0].lower()}{_OTHERWISE[1:]}"
    )


def _paid_already(_: PaidOnlineAlready) -> str:
    return (
        "Votre paiement en ligne est bien parvenu à la trésorerie. Il apparaîtra ici quand le"
        " service de facturation l’aura enregistré\u00a0: vous n’avez plus rien à faire."
    )


def _under_way(_: PaymentUnderWay) -> str:
    return (
        "Un paiement en ligne de cette facture est en cours. Attendez d’en connaître le résultat"
        " avant de la payer autrement."
    )


def _will_be_debited(reason: WillBeDebited) -> str:
    return (
        f"Cette facture est réglée par prélèvement, le {say(reason.debit_on)}\u00a0: vous n’avez"
        " rien à faire."
    )


def _too_little(reason: TooLittleToPayOnline) -> str:
    return f"Le paiement en ligne commence à {say(reason.least)}. {_OTHERWISE}"


def _too_much(reason: TooMuchToPayOnline) -> str:
    return f"Le paiement en ligne s’arrête à {say(reason.most)}. {_OTHERWISE}"


def _unknown(_: UnknownToTreasury) -> str:
    return f"Cette facture ne peut pas être payée en ligne. {_OTHERWISE}"


_REASONS: Final[Mapping[type[NotPayableOnline], Callable[[Any], str]]] = {
    NotTheLastInvoice: _not_the_last,
    PaidOnlineAlready: _paid_already,
    PaymentUnderWay: _under_way,
    WillBeDebited: _will_be_debited,
    TooLittleToPayOnline: _too_little,
    TooMuchToPayOnline: _too_much,
    UnknownToTreasury: _unknown,
}
