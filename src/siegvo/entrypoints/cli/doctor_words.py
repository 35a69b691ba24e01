"""What the doctor finds, said to staff, and how to mend it."""

from collections.abc import Mapping
from typing import Final

from siegvo.entrypoints.cli.setting_words import told
from siegvo.entrypoints.findings import Fact, Finding

_MEND: Final = (
    "le portail n’a plus le secret de leur enregistrement. Remettez-le derrière le nouveau,"
    " séparé par une virgule, dans SIEGVO_SECRET_KEY ou dans le fichier secret-key."
)
_SENTENCES: Final[Mapping[Fact, str]] = {
    Fact.SETTINGS_READ: "Les réglages sont lisibles.",
    Fact.SETTINGS_FILE_UNREADABLE: (
        "Le fichier de réglages {about} ne peut pas être lu, ou n’est pas du TOML."
    ),
    Fact.VARIABLE_UNKNOWN: "La variable {about} n’existe pas\u00a0; vérifiez comment elle s’écrit.",
    Fact.NOT_PUBLIC: (
        "L’adresse {about} ne sert que cette machine. Pour ouvrir le portail aux abonnés,"
        " donnez à SIEGVO_PUBLIC_URL une adresse en https://"
    ),
    Fact.FOLDER_WRITABLE: "Le dossier des données {about} est prêt.",
    Fact.FOLDER_NOT_WRITABLE: (
        "Le portail ne peut pas écrire dans le dossier {about}. Donnez-lui ce dossier,"
        " ou choisissez-en un autre par SIEGVO_DATA_DIR."
    ),
    Fact.SECRETS_KEPT: "Les secrets sont bien gardés.",
    Fact.SECRETS_EXPOSED: (
        "D’autres peuvent lire les secrets du portail. Corrigez\u00a0: chmod 600 {about}"
    ),
    Fact.PASSWORDS_LOST: f"Des mots de passe d’abonnés n’ouvrent plus rien\u00a0: {_MEND}",
    Fact.SECURITY_KEYS_LOST: f"Des clés de sécurité n’ouvrent plus rien\u00a0: {_MEND}",
    Fact.BANK_DETAILS_LOST: f"Des comptes bancaires ne peuvent plus être lus\u00a0: {_MEND}",
    Fact.DATABASE_READY: "La base de données répond et elle est à jour.",
    Fact.DATABASE_UNREACHABLE: (
        "La base de données ne répond pas. Vérifiez SIEGVO_DATABASE_URL, et que le serveur tourne."
    ),
    Fact.DATABASE_NOT_UPGRADED: (
        "La base de données n’est pas à jour. Préparez-la\u00a0: siegvo db upgrade"
    ),
    Fact.DATABASE_TOO_NEW: (
        "La base de données a été mise à jour par une version plus récente du portail."
        " Installez cette version."
    ),
    Fact.DATABASE_DURABLE: "La base de données garde ce qu’elle promet, même sans courant.",
    Fact.DATABASE_NOT_DURABLE: (
        "La base de données peut perdre ce qu’elle a promis ({about})."
        " Corrigez ce réglage du serveur."
    ),
    Fact.NO_SAFE_LOG: (
        "SQLite ne peut pas garder son journal dans ce dossier. Placez la base de données"
        " sur un disque de cette machine."
    ),
    Fact.SQLITE_UNSAFE: (
        "SQLite {about} peut abîmer la base de données. Installez pysqlite3,"
        " ou un Python livré avec SQLite 3.51.3 ou plus récent."
    ),
    Fact.EXTRA_MISSING: "Il manque un complément. Installez-le\u00a0: {about}",
    Fact.MAIL_SERVER_ANSWERS: "Le serveur de courrier {about} répond.",
    Fact.MAIL_SERVER_SILENT: (
        "Le serveur de courrier {about} ne répond pas comme il faut. Vérifiez SIEGVO_SMTP_URL."
    ),
    Fact.NO_MAIL_SERVER: (
        "Sans serveur de courrier, les courriels attendent. Donnez-en un par SIEGVO_SMTP_URL."
    ),
    Fact.MAIL_WAITS: (
        "Des courriels attendent depuis plus d’un quart d’heure ({about})."
        " Vérifiez que siegvo worker tourne."
    ),
    Fact.MAIL_GIVEN_UP: (
        "Des courriels n’ont pas pu être envoyés ({about}). Voyez pourquoi\u00a0: siegvo mail list"
    ),
    Fact.MAIL_LEAVES: "Aucun courriel n’est en retard.",
    Fact.PAYFIP_INCOMPLETE: (
        "Il manque {about}\u00a0: personne ne peut payer en ligne. Donnez l’adresse de PayFiP et le"
        " numéro de client, ou aucun des deux."
    ),
    Fact.PAYFIP_SIMULATED: (
        "L’adresse {about} est celle d’un simulateur de PayFiP\u00a0: des factures passeraient pour"
        " payées sans l’être. Donnez celle du Trésor public par SIEGVO_PAYFIP_URL."
    ),
    Fact.PAYFIP_IN_TEST: (
        "PayFiP est en mode {about}, celui des essais. Pour encaisser les abonnés, écrivez W"
        " dans SIEGVO_PAYFIP_MODE."
    ),
    Fact.PAYFIP_ANSWERS: "PayFiP répond et connaît le numéro de client\u00a0: {about}.",
    Fact.PAYFIP_REFUSES: (
        "PayFiP refuse le numéro de client ({about}). Vérifiez SIEGVO_PAYFIP_CLIENT."
    ),
    Fact.PAYFIP_SILENT: (
        "PayFiP ne répond pas comme il faut à l’adresse {about}. Vérifiez SIEGVO_PAYFIP_URL, et que"
        " cette machine peut sortir vers cette adresse."
    ),
    Fact.SIREN_WRONG: (
        "Le SIREN {about} n’existe pas. Vérifiez siren, dans la section [utility] des réglages."
    ),
    Fact.VAT_NUMBER_WRONG: (
        "Le numéro de TVA {about} n’est pas celui du SIREN. Vérifiez vat_number, dans la section"
        " [utility] des réglages."
    ),
    Fact.NO_PAPERS: (
        "Sans {about}, le portail n’établit ni copie de facture, ni attestation, ni mandat."
        ' Installez-le\u00a0: pip install "siegvo[papers]".'
    ),
    Fact.NO_PDF_READER: (
        "Sans {about}, les abonnés ne peuvent pas joindre de PDF à leurs demandes\u00a0: seules"
        ' leurs photos sont prises. Installez-le\u00a0: pip install "siegvo[papers]".'
    ),
    Fact.NO_CREDITOR_ID: (
        "Sans identifiant créancier SEPA (ICS), personne ne peut signer de mandat de prélèvement."
        " Donnez-le par sepa_creditor_id, dans la section [utility] des réglages."
    ),
    Fact.CREDITOR_ID_WRONG: (
        "L’identifiant créancier SEPA (ICS) {about} n’existe pas. Recopiez celui que la Banque de"
        " France a attribué."
    ),
    Fact.CHANGE_DELAY_SHORT: (
        "Un changement de règlement n’attend que {about}\u00a0: qui ne l’a pas demandé n’a pas le"
        " temps de s’y opposer. Écrivez au moins 24 (mieux, 72) dans payment_change_delay, section"
        " [utility] des réglages."
    ),
    Fact.SEALS_OLD: (
        "Des comptes bancaires sont encore scellés avec un ancien secret ({about}). Gardez-le dans"
        " SIEGVO_SECRET_KEY\u00a0: siegvo worker les scelle à nouveau, puis ce message disparaît."
    ),
    Fact.CREDITOR_KNOWN: "L’identifiant créancier SEPA (ICS) est {about}.",
}


def sentence_on(finding: Finding) -> str:
    """Say what was found and, where something is wrong, what to do."""
    if finding.fault:
        return told(finding.about, finding.fault)
    return _SENTENCES[finding.fact].format(about=finding.about)
