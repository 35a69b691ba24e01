"""Words about service requests: their states, their kinds, and what their forms ask."""

from collections.abc import Mapping
from typing import Final

from siegvo.domain.requests.asked import Asked
from siegvo.domain.requests.attachment import AttachmentFault
from siegvo.domain.requests.content import LeakPlace, Occupancy
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.request import RequestState

STATES: Final[Mapping[RequestState, str]] = {
    RequestState.REGISTERED: "enregistrée",
    RequestState.EXPORTED: "transmise",
    RequestState.IN_PROGRESS: "en traitement",
    RequestState.AWAITING_SUBSCRIBER: "en attente de l’abonné",
    RequestState.DONE: "terminée",
    RequestState.REFUSED: "refusée",
    RequestState.CANCELLED: "annulée",
}

KINDS: Final[Mapping[RequestKind, str]] = {
    RequestKind.SUBSCRIPTION: "Demande d’abonnement",
    RequestKind.TERMINATION: "Demande de résiliation",
    RequestKind.LEAK: "Signalement d’une fuite",
    RequestKind.OTHER: "Autre demande",
    RequestKind.E_INVOICE: "e-facture",
    RequestKind.PAYMENT_MODE: "Mode de règlement",
    RequestKind.BANK_DETAILS: "Coordonnées bancaires",
    RequestKind.READING: "Relevé de compteur",
    RequestKind.LINK: "Rattachement d’un contrat",
    RequestKind.LINK_DISPUTE: "Contestation d’un compte lié",
    RequestKind.CONTACT: "Message au service",
}

ASKED: Final[Mapping[Asked, str]] = {
    Asked.STREET: "le numéro et la rue",
    Asked.TOWN: "la commune",
    Asked.NAME: "le nom",
    Asked.SECOND_NAME: "le second nom",
    Asked.PREVIOUS_OCCUPANT: "le nom de l’occupant précédent",
    Asked.NEW_OCCUPANT: "le nom du nouvel occupant",
    Asked.METER: "le numéro du compteur",
    Asked.LEAK_PLACE: "l’endroit de la fuite",
    Asked.SUBJECT: "l’objet de votre demande",
    Asked.MESSAGE: "votre message",
    Asked.REASON: "la raison",
}

FAULTS: Final[Mapping[AttachmentFault, str]] = {
    AttachmentFault.EMPTY: "est vide\u00a0: choisissez-en un autre",
    AttachmentFault.NOT_A_KIND_WE_TAKE: (
        "n’est ni un PDF, ni une photo JPEG ou PNG\u00a0: choisissez-en un autre"
    ),
    AttachmentFault.TOO_LARGE: "dépasse 5\u00a0Mo\u00a0: envoyez-en un plus léger",
    AttachmentFault.TOO_FINE: (
        "a plus de 24 millions de pixels\u00a0: réduisez-le, ou réglez l’appareil photo sur une"
        " taille moyenne"
    ),
    AttachmentFault.UNREADABLE: (
        "ne peut pas être lu\u00a0: enregistrez-le à nouveau, ou prenez-le en photo"
    ),
    AttachmentFault.LOCKED: "est protégé par un mot de passe\u00a0: enregistrez-le sans",
    AttachmentFault.TOO_MANY_PAGES: "a plus de 100 pages\u00a0: envoyez seulement les pages utiles",
}

OCCUPANCIES: Final[Mapping[Occupancy, str]] = {
    Occupancy.OWNER: "Propriétaire",
    Occupancy.TENANT: "Locataire",
}

LEAK_PLACES: Final[Mapping[LeakPlace, str]] = {
    LeakPlace.STREET: "Dans la rue",
    LeakPlace.METER: "Au compteur",
    LeakPlace.AFTER_METER: "Après le compteur",
    LeakPlace.UNKNOWN: "Je ne sais pas",
}
