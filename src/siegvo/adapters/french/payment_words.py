"""Words about how contracts are paid."""

from collections.abc import Mapping
from typing import Final

from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.payments.change import ChangeStep, Suspicion
from siegvo.domain.payments.mandate import MandateState

PAYMENT_MODES: Final[Mapping[PaymentMode, str]] = {
    PaymentMode.ON_INVOICE: "à réception de la facture",
    PaymentMode.DIRECT_DEBIT: "par prélèvement à l’échéance",
    PaymentMode.MONTHLY: "par mensualités",
}
MODES_ALONE: Final[Mapping[PaymentMode, str]] = {
    mode: f"{words[0].upper()}{words[1:]}" for mode, words in PAYMENT_MODES.items()
}
"""The same, not in a sentence: `Par mensualités`."""

CHANGE_STEPS: Final[Mapping[ChangeStep, str]] = {
    ChangeStep.ASKED: "à confirmer",
    ChangeStep.CONFIRMED: "confirmé",
    ChangeStep.READY: "prêt",
    ChangeStep.EXPORTED: "transmis",
    ChangeStep.APPLIED: "appliqué",
    ChangeStep.CANCELLED: "annulé",
    ChangeStep.REFUSED: "refusé",
    ChangeStep.LAPSED: "abandonné, faute de confirmation",
}

SUSPICIONS: Final[Mapping[Suspicion, str]] = {
    Suspicion.SHARED_ACCOUNT: "ce compte bancaire sert déjà à plusieurs redevables",
    Suspicion.FRESH_ACCESS: (
        "l’accès au contrat, le mot de passe, l’adresse e-mail ou l’appareil date de moins de"
        " sept jours"
    ),
    Suspicion.OTHER_HOLDER: "le titulaire du compte n’est pas le redevable",
}

MANDATE_STATES: Final[Mapping[MandateState, str]] = {
    MandateState.SIGNED: "signé",
    MandateState.ACTIVE: "en vigueur",
    MandateState.REPLACED: "remplacé",
    MandateState.REVOKED: "révoqué",
    MandateState.LAPSED: "caduc, sans prélèvement depuis 36 mois",
}
