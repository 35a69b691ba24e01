"""What absences of the outside world, and refusals of its ports, say to a person."""

from collections.abc import Mapping

from siegvo.adapters.french.days import InvalidDay
from siegvo.application.ports.attachments import AttachmentsUnavailable
from siegvo.application.ports.backup import (
    BackupProgramUnavailable,
    CopyIncomplete,
    DatabaseNotEmpty,
    NotABackup,
    TargetUnavailable,
)
from siegvo.application.ports.pdf_files import PdfFilesUnavailable
from siegvo.application.ports.photos import PhotoRefused, PhotoTooFine
from siegvo.application.ports.tokens import LinkExpired, LinkUsed, NoSuchLink
from siegvo.application.ports.treasury import TreasuryRefused, TreasuryUnavailable
from siegvo.application.ports.unavailable import (
    DatabaseNotUpgraded,
    DatabaseTooNew,
    DatabaseUnavailable,
    DatabaseUnsafe,
    HasherBusy,
    MailServerUnavailable,
    Unavailable,
)
from siegvo.application.ports.vault import SealBroken
from siegvo.application.ports.work import GoneMeanwhile
from siegvo.application.repositories.submissions import SubmissionReused
from siegvo.domain.errors import DomainError

SENTENCES: Mapping[type[DomainError], str] = {
    DatabaseNotEmpty: (
        "La base de données d’arrivée n’est pas vide. Donnez-en une vide\u00a0: rien n’est jamais"
        " remplacé."
    ),
    GoneMeanwhile: (
        "Ce compte, ou ce que vous demandez, vient d’être supprimé\u00a0: rechargez la page."
    ),
    InvalidDay: "Saisissez un jour qui existe, par exemple 23/11/2026.",
    LinkExpired: "Ce lien a dépassé sa durée de validité\u00a0: demandez-en un autre.",
    LinkUsed: "Ce lien a déjà servi, ou ne sert plus\u00a0: demandez-en un autre.",
    NotABackup: "{file} n’est pas une sauvegarde de ce portail, ou elle est abîmée.",
    NoSuchLink: "Ce lien n’est pas complet, ou il a déjà servi.",
    PhotoRefused: "Choisissez une photo au format JPEG ou PNG, de 5\u00a0Mo au plus.",
    PhotoTooFine: (
        "La photo a plus de 24 millions de pixels\u00a0: réduisez-la, ou réglez l’appareil sur une"
        " taille moyenne."
    ),
    SubmissionReused: (
        "Ce formulaire a déjà été envoyé avec d’autres réponses\u00a0: ouvrez-le à nouveau."
    ),
    TreasuryRefused: (
        "Le service de paiement du Trésor public (PayFiP) refuse, avec le code {code}."
        " Payez par un autre moyen, ou appelez le service."
    ),
}

ABSENCES: Mapping[type[Unavailable], str] = {
    AttachmentsUnavailable: (
        "Les documents ne peuvent pas être reçus en ce moment. Réessayez plus tard, ou envoyez"
        " votre demande sans eux."
    ),
    BackupProgramUnavailable: (
        "Les programmes pg_dump et pg_restore de PostgreSQL sont introuvables, ou ont échoué."
        " Installez ceux de la version de votre serveur."
    ),
    CopyIncomplete: (
        "La copie n’a pas autant de lignes que la base de données\u00a0: rien n’en a été gardé."
        " Recommencez, le portail arrêté."
    ),
    DatabaseNotUpgraded: (
        "La base de données n’est pas à jour. Préparez-la\u00a0: siegvo db upgrade"
    ),
    DatabaseTooNew: (
        "La base de données a été mise à jour par une version plus récente du portail."
        " Installez cette version."
    ),
    DatabaseUnsafe: (
        "La base de données ne peut pas garder sûrement ce qu’on lui confie. Voyez pourquoi\u00a0:"
        " siegvo doctor"
    ),
    DatabaseUnavailable: "Le portail est momentanément indisponible. Réessayez dans un instant.",
    HasherBusy: (
        "Beaucoup de personnes se connectent en ce moment. Réessayez dans quelques secondes."
    ),
    PdfFilesUnavailable: (
        "Les PDF des factures ne peuvent pas être lus ou enregistrés pour l’instant. Réessayez plus"
        " tard."
    ),
    MailServerUnavailable: "Le serveur de courrier ne répond pas. Réessayez plus tard.",
    SealBroken: (
        "Les coordonnées bancaires ne peuvent pas être lues pour l’instant. Réessayez plus tard."
    ),
    TargetUnavailable: (
        "La base de données d’arrivée ne répond pas, ou ne peut pas être écrite. Vérifiez son"
        " adresse, et les droits que vous y avez."
    ),
    TreasuryUnavailable: (
        "Le service de paiement du Trésor public (PayFiP) ne répond pas. Réessayez dans quelques"
        " minutes, ou payez par un autre moyen."
    ),
}
