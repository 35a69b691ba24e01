"""The words by which staff choose among requests."""

from collections.abc import Mapping
from typing import Final

from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.request import RequestState

STATES: Final[Mapping[str, RequestState]] = {
    "enregistree": RequestState.REGISTERED,
    "transmise": RequestState.EXPORTED,
    "en-traitement": RequestState.IN_PROGRESS,
    "en-attente": RequestState.AWAITING_SUBSCRIBER,
    "terminee": RequestState.DONE,
    "refusee": RequestState.REFUSED,
    "annulee": RequestState.CANCELLED,
}
KINDS: Final[Mapping[str, RequestKind]] = {
    "abonnement": RequestKind.SUBSCRIPTION,
    "resiliation": RequestKind.TERMINATION,
    "fuite": RequestKind.LEAK,
    "autre": RequestKind.OTHER,
    "e-facture": RequestKind.E_INVOICE,
    "mode-de-reglement": RequestKind.PAYMENT_MODE,
    "coordonnees-bancaires": RequestKind.BANK_DETAILS,
    "releve": RequestKind.READING,
    "rattachement": RequestKind.LINK,
    "contestation": RequestKind.LINK_DISPUTE,
    "contact": RequestKind.CONTACT,
}
