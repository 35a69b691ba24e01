"""What refusals about payments on line say to a person."""

from collections.abc import Mapping
from typing import Final

from siegvo.application.billing.pay_online import OnlinePaymentNotOffered
from siegvo.application.repositories.online_payments import PaymentNotFound
from siegvo.domain.billing.online_payment import PaymentChangedMeanwhile
from siegvo.domain.billing.payable import (
    NothingToPay,
    NotTheLastInvoice,
    PaidOnlineAlready,
    PaymentUnderWay,
    TooLittleToPayOnline,
    TooMuchToPayOnline,
    UnknownToTreasury,
    WillBeDebited,
)
from siegvo.domain.errors import DomainError

_OTHERWISE: Final = "Suivez les moyens de paiement imprimés sur la facture."

SENTENCES: Mapping[type[DomainError], str] = {
    NotTheLastInvoice: (
        "La facture n°\u00a0{number} n’est plus la dernière de son contrat. Seule la dernière,"
        f" n°\u00a0{{last}}, se paie en ligne. {_OTHERWISE}"
    ),
    NothingToPay: "Il n’y a rien à payer pour la facture n°\u00a0{number}.",
    OnlinePaymentNotOffered: f"Le paiement en ligne n’est pas ouvert sur ce portail. {_OTHERWISE}",
    PaidOnlineAlready: (
        "La facture n°\u00a0{number} a déjà été payée en ligne\u00a0: le paiement est enregistré"
        " par la trésorerie, en cours de rapprochement. Vous n’avez plus rien à faire."
    ),
    PaymentChangedMeanwhile: (
        "La trésorerie a répondu trop tard, et rien n’a été payé. Rouvrez la facture, puis"
        " recommencez."
    ),
    PaymentNotFound: "Aucun paiement de votre compte ne porte cette référence.",
    PaymentUnderWay: (
        "Un paiement de la facture n°\u00a0{number} est peut-être en cours\u00a0: nous attendons la"
        " réponse de la trésorerie. Attendez vingt minutes avant d’en commencer un autre."
    ),
    TooLittleToPayOnline: (
        f"Il reste {{amount}}\u00a0: le paiement en ligne commence à {{least}}. {_OTHERWISE}"
    ),
    TooMuchToPayOnline: (
        f"Il reste {{amount}}\u00a0: le paiement en ligne s’arrête à {{most}}. {_OTHERWISE}"
    ),
    UnknownToTreasury: f"La facture n°\u00a0{{number}} ne se paie pas en ligne. {_OTHERWISE}",
    WillBeDebited: (
        "La facture n°\u00a0{number} est prélevée le {debit_on}\u00a0: vous n’avez rien à faire."
    ),
}
