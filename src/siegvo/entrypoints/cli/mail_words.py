"""What is told by mail, and why it did not leave, said to staff."""

import re
from collections.abc import Mapping
from typing import Final

EVENTS: Final[Mapping[str, str]] = {
    "ActivationOfUnknownAddress": "activation redemandée, adresse inconnue",
    "RegistrationAsked": "inscription",
    "RegistrationOfKnownAddress": "inscription d’une adresse connue",
    "AccountActivated": "compte activé",
    "SignedInOnNewDevice": "connexion d’un nouvel appareil",
    "SignedInAfterFailures": "connexion après des essais manqués",
    "SessionStolen": "connexion peut-être volée",
    "PasswordResetAsked": "mot de passe oublié",
    "PasswordResetOfUnknownAddress": "mot de passe oublié, adresse inconnue",
    "PasswordChanged": "mot de passe changé",
    "AddressChangeAsked": "changement d’adresse demandé",
    "AddressChanged": "adresse changée",
    "AddressChangeCancelled": "changement d’adresse annulé",
    "AccountDeleted": "compte supprimé",
    "ContractLinked": "contrat lié",
    "PayerLinkedElsewhere": "contrat lié à un autre compte",
    "PayerUnlinked": "contrat délié",
    "LinkAsked": "rattachement demandé",
    "LinkTurnedDown": "rattachement refusé",
    "ReadingSubmitted": "relevé transmis",
    "ReadingReviewed": "relevé examiné",
    "ReadingSeen": "relevé pris en compte",
    "AbnormalConsumptionTold": "consommation anormale",
    "ContactSent": "message reçu",
    "ContactAnswered": "réponse à un message",
    "RequestSent": "démarche enregistrée",
    "RequestAnswered": "réponse du service",
    "RequestStarted": "démarche en traitement",
    "RequestClosed": "démarche terminée",
    "RequestRefused": "démarche refusée",
    "RequestCancelled": "démarche annulée",
    "RequestReopened": "démarche rouverte",
    "EInvoiceAsked": "e-facture demandée",
    "EInvoiceGranted": "e-facture en place",
    "EInvoiceTakenBack": "demande d’e-facture annulée",
    "InvoiceAvailable": "facture disponible",
    "PaymentChangeAsked": "changement de règlement demandé",
    "PaymentChangeNoticed": "changement de règlement signalé",
    "PaymentChangeConfirmed": "changement de règlement confirmé",
    "PaymentChangeApplied": "changement de règlement en place",
    "PaymentChangeCancelled": "changement de règlement annulé",
    "PaymentChangeRefused": "changement de règlement refusé",
    "MandateRevoked": "mandat de prélèvement révoqué",
    "MandateLapsed": "mandat de prélèvement caduc",
    "InvoicePaidOnline": "paiement en ligne reçu",
}
_ANSWER: Final = re.compile(r"(?P<step>\w+) (?P<codes>[1-5][0-9]{2}( [0-9.]+)?)")
_STEPS: Final[Mapping[str, str]] = {
    "MAIL": "expéditeur refusé par le serveur",
    "SMTPAuthenticationError": "identifiants refusés par le serveur",
}
_SILENCES: Final[Mapping[str, str]] = {
    "TimeoutError": "serveur trop lent à répondre",
    "SSLCertVerificationError": "certificat du serveur refusé",
    "SSLError": "chiffrement impossible avec ce serveur",
    "SMTPNotSupportedError": "chiffrement ou identification inconnus du serveur",
    "gaierror": "serveur introuvable",
    "ConnectionRefusedError": "serveur injoignable",
    "ConnectionResetError": "serveur injoignable",
    "BrokenPipeError": "serveur injoignable",
    "OSError": "serveur injoignable",
    "SMTPConnectError": "serveur injoignable",
    "SMTPServerDisconnected": "serveur injoignable",
    "interrupted each time": "interrompu à chaque essai",
}


def event_name(event: str) -> str:
    """Name what happened."""
    return EVENTS.get(event, event)


def trouble(why: str) -> str:
    """Say why a letter did not leave."""
    if said := _ANSWER.fullmatch(why):
        put_off = said["codes"].startswith("4")
        usual = "remis à plus tard par le serveur" if put_off else "refusé par le serveur"
        return f"{_STEPS.get(said['step'], usual)}\u00a0: {said['codes']}"
    return _SILENCES.get(why, f"défaut du portail ({why})")
