"""What is noted in the audit trail, said to staff."""

import re
from collections.abc import Mapping
from typing import Final

from siegvo.adapters.french.values import number
from siegvo.application.readers.audit import AuditLine
from siegvo.domain.kernel.gesture import Gesture

GESTURES: Final[Mapping[str, str]] = {
    Gesture.REGISTERED: "inscription",
    Gesture.ACTIVATED: "compte activé",
    Gesture.ACTIVATION_ASKED_AGAIN: "activation redemandée",
    Gesture.ACTIVATION_FAILED: "activation manquée",
    Gesture.SIGNED_IN: "connexion",
    Gesture.SIGN_IN_FAILED: "connexion manquée",
    Gesture.SIGNED_OUT: "déconnexion",
    Gesture.PROVED: "mot de passe confirmé",
    Gesture.PROOF_FAILED: "mot de passe non confirmé",
    Gesture.SESSION_ENDED: "appareil déconnecté",
    Gesture.SESSIONS_ENDED: "tous les appareils déconnectés",
    Gesture.SESSION_STOLEN: "connexion peut-être volée",
    Gesture.PASSWORD_RESET_ASKED: "mot de passe oublié",
    Gesture.PASSWORD_RESET: "mot de passe rétabli",
    Gesture.PASSWORD_CHANGED: "mot de passe changé",
    Gesture.ADDRESS_CHANGE_ASKED: "changement d’adresse demandé",
    Gesture.ADDRESS_CHANGED: "adresse changée",
    Gesture.ADDRESS_CHANGE_CANCELLED: "changement d’adresse annulé",
    Gesture.ACCOUNT_UNLOCKED: "attente levée",
    Gesture.ACCOUNT_DELETED: "compte supprimé",
    Gesture.CONTRACT_LINKED: "contrat lié",
    Gesture.LINK_FAILED: "clé refusée",
    Gesture.LINK_ASKED: "rattachement demandé",
    Gesture.LINK_APPROVED: "rattachement autorisé",
    Gesture.LINK_REFUSED: "rattachement refusé",
    Gesture.LINK_DISPUTED: "rattachement contesté",
    Gesture.CONTRACT_UNLINKED: "contrat délié",
    Gesture.KEY_RENEWED: "clé remplacée",
    Gesture.ATTESTATION_CHECKED: "attestation vérifiée",
    Gesture.ATTESTATION_CHECK_FAILED: "attestation non reconnue",
    Gesture.READING_SENT: "relevé transmis",
    Gesture.READING_ACCEPTED: "relevé accepté",
    Gesture.READING_REFUSED: "relevé refusé",
    Gesture.READINGS_EXPORTED: "relevés exportés",
    Gesture.LEAK_TOLD: "consommation anormale annoncée",
    Gesture.PAYMENT_BEGUN: "paiement commencé",
    Gesture.PAYMENT_RECEIVED: "paiement reçu",
    Gesture.PAYMENT_MISMATCHED: "paiement qui diffère",
    Gesture.PAYMENT_CHANGE_ASKED: "règlement\u00a0: demandé",
    Gesture.PAYMENT_CHANGE_CONFIRMED: "règlement\u00a0: confirmé",
    Gesture.PAYMENT_CHANGE_CANCELLED: "règlement\u00a0: annulé",
    Gesture.PAYMENT_CHANGE_LAPSED: "règlement\u00a0: périmé",
    Gesture.PAYMENT_CHANGE_READY: "règlement\u00a0: prêt à partir",
    Gesture.PAYMENT_CHANGE_LET_THROUGH: "règlement\u00a0: autorisé",
    Gesture.PAYMENT_CHANGE_REFUSED: "règlement\u00a0: refusé",
    Gesture.PAYMENT_CHANGE_APPLIED: "règlement\u00a0: en place",
    Gesture.PAYMENT_CHANGES_EXPORTED: "règlements exportés",
    Gesture.SERVICE_CONTACTED: "message au service",
    Gesture.DOCUMENT_PUBLISHED: "document publié",
    Gesture.DOCUMENT_WITHDRAWN: "document retiré",
    Gesture.ANNOUNCEMENT_PUBLISHED: "message publié",
    Gesture.ANNOUNCEMENT_WITHDRAWN: "message retiré",
    Gesture.REQUEST_SENT: "démarche envoyée",
    Gesture.REQUEST_REPLIED: "message de l’abonné",
    Gesture.REQUEST_CANCELLED: "démarche annulée",
    Gesture.REQUEST_ANSWERED: "réponse du service",
    Gesture.REQUEST_STARTED: "démarche prise en charge",
    Gesture.REQUEST_CLOSED: "démarche terminée",
    Gesture.REQUEST_REFUSED: "démarche refusée",
    Gesture.REQUESTS_EXPORTED: "démarches exportées",
    Gesture.E_INVOICE_ASKED: "e-facture demandée",
    Gesture.E_INVOICES_EXPORTED: "e-factures exportées",
    Gesture.PAYMENT_MODES_EXPORTED: "règlements exportés",
    Gesture.MANDATE_REVOKED: "mandat révoqué",
    Gesture.MANDATE_LAPSED: "mandat caduc",
    Gesture.MANDATES_EXPORTED: "mandats exportés",
    Gesture.DIRECT_DEBITS_EXPORTED: "prélèvements exportés",
    Gesture.FILE_IMPORTED: "fichier reçu",
    Gesture.FORM_REFUSED: "formulaire refusé",
}
_ACTORS: Final[Mapping[str, str]] = {
    "subscriber": "compte",
    "staff": "service",
    "portal": "portail",
    "stranger": "visiteur",
}
_FILES: Final[Mapping[str, str]] = {
    "contracts": "contrats",
    "meters": "compteurs",
    "readings": "relevés",
    "invoices": "factures",
    "invoice lines": "lignes de factures",
    "collections": "encaissements",
}
_IMPORTED: Final = re.compile(
    r"(?P<file>[a-z ]+): (?P<created>\d+) created, (?P<updated>\d+) updated,"
    r" (?P<rejected>\d+) rejected, (?P<closed>\d+) closed"
)
_COUNTED: Final = ("created", "updated", "rejected", "closed")
_EXPORTED: Final = re.compile(r"(?P<all>\d+) [a-z]+(?:, (?P<first>\d+) for the first time)?")
_DEBITED: Final = re.compile(r"(?P<file>[\w-]+): (?P<all>\d+) debits, (?P<total>.+)")
_WAYS: Final[Mapping[str, str]] = {"by mail": "par courriel", "on paper": "sur papier"}
_E_INVOICE: Final = re.compile(r"(?P<contract>\d+) (?P<way>by mail|on paper): [a-z_]+")


def who(line: AuditLine) -> str:
    """Say who did it: `service c.weber`."""
    return " ".join(filter(None, (_ACTORS.get(line.actor_kind, line.actor_kind), line.actor_name)))


def what(line: AuditLine) -> str:
    """Say what was done; a line may have been altered into anything."""
    return GESTURES.get(line.gesture, line.gesture)


def about(line: AuditLine) -> str:
    """Say what it was done to; counts are noted in English."""
    if found := _IMPORTED.fullmatch(line.subject):
        kinds = _FILES.get(found["file"], found["file"])
        created, updated, rejected, closed = map(_count, found.group(*_COUNTED))
        return (
            f"{kinds}\u00a0: nouveaux {created}, modifiés {updated}, refusés {rejected},"
            f" démarches closes {closed}"
        )
    if found := _EXPORTED.fullmatch(line.subject):
        first = found["first"]
        of_which = f", dont {_count(first)} pour la première fois" if first else ""
        return f"{_count(found['all'])}{of_which}"
    if found := _DEBITED.fullmatch(line.subject):
        return f"{found['file']}\u00a0: {_count(found['all'])}, {found['total']}\u00a0€ en tout"
    if found := _E_INVOICE.fullmatch(line.subject):
        return f"{found['contract']}, {_WAYS[found['way']]}"
    return line.subject or "–"


def _count(digits: str) -> str:
    return number(int(digits))
