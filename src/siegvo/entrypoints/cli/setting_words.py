"""Settings and what is wrong with them, told to staff."""

from collections.abc import Mapping
from typing import Final

from siegvo.entrypoints.setting_faults import Fault

_FAULTS: Final[Mapping[Fault, str]] = {
    Fault.UNKNOWN: "ce réglage n’existe pas\u00a0; vérifiez comment il s’écrit.",
    Fault.NOT_TEXT: "écrivez un texte entre guillemets.",
    Fault.NOT_A_DATABASE: "écrivez sqlite:///chemin/du/fichier ou postgresql+psycopg://…",
    Fault.TOO_SHORT: "un secret a au moins 32 caractères tirés au hasard.",
    Fault.NOT_A_PUBLIC_URL: "écrivez une adresse sans chemin, comme https://abonnes.exemple.fr",
    Fault.NOT_SECURE: (
        "http n’est permis que sur cette machine (localhost)\u00a0; écrivez une adresse en https://"
    ),
    Fault.NOT_AN_ADDRESS: "écrivez des adresses internet séparées par des virgules.",
    Fault.NOT_AN_SMTP_URL: (
        "écrivez smtp://, smtps:// ou smtp+starttls://, puis [utilisateur:motdepasse@]hôte:port"
    ),
    Fault.NOT_A_MAILBOX: "écrivez une adresse e-mail.",
    Fault.NOT_A_SERVICE: "écrivez une adresse en https://",
    Fault.NOT_A_PAYFIP_CLIENT: "écrivez les six chiffres du numéro de client PayFiP.",
    Fault.NOT_A_PAYFIP_MODE: "écrivez T (test), X (activation) ou W (production).",
    Fault.NOT_A_TABLE: "écrivez une section du fichier de réglages, comme [utility.monthly_plan].",
    Fault.NOT_A_COUNT: "écrivez un nombre entier, 1 au moins.",
    Fault.NOT_A_DELAY: "écrivez un nombre entier d’heures, de 0 à 720, comme 72",
    Fault.NOT_AN_AMOUNT: "écrivez un montant en euros, comme 15 ou 0.01",
    Fault.NOT_DEBIT_DAYS: "écrivez des jours du mois entre 1 et 28, comme [5, 10, 15]",
    Fault.NOT_CYCLES: (
        "écrivez des mois de 1 à 12 qui se suivent, et le mois du solde après eux, comme"
        " [{ months = [1, 2, 3], settled_in = 6 }]"
    ),
    Fault.NOT_A_BASE: "écrivez last_year (les douze derniers mois) ou last_two_invoices.",
    Fault.NOT_ODD_CENTS: "écrivez first (la première mensualité) ou last (la dernière).",
    Fault.NOT_LATECOMER: "écrivez their_part (ce qui reste de l’année) ou everything.",
    Fault.NOT_A_FIRST_SEQUENCE: "écrivez FRST ou RCUR, selon ce que demande la banque.",
    Fault.NOT_A_SEPA_VERSION: (
        "écrivez pain.008.001.02 ou pain.008.001.08, selon ce que demande la banque."
    ),
    Fault.NOT_A_CREDITOR_ID: (
        "recopiez l’identifiant créancier SEPA (ICS) attribué par la Banque de France."
    ),
    Fault.NOT_AN_IBAN: "recopiez l’IBAN du compte qui reçoit les prélèvements.",
    Fault.NOT_A_BIC: "écrivez les 8 ou 11 lettres et chiffres du BIC, ou rien.",
}


def fault(kind: Fault) -> str:
    """Say what is wrong, and how to mend it."""
    return _FAULTS[kind]


def told(name: str, kind: Fault) -> str:
    """Say of a setting what is wrong with it; one that does not exist can only be a key."""
    if kind is Fault.UNKNOWN:
        return f"Dans le fichier de réglages, «\u00a0{name}\u00a0»\u00a0: {fault(kind)}"
    return f"{setting(name)}\u00a0: {fault(kind)}"


def setting(name: str) -> str:
    """Name a setting as the environment does, or as the file does inside a section."""
    return name if "." in name else f"SIEGVO_{name.upper()}"
