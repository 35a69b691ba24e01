"""What absences of the outside world, and refusals of its ports, say to a person."""

from collections.abc import Mapping

from siegvo.adapters.french.days import InvalidDay
from siegvo.application.ports.backup import BackupProgramUnavailable, NotABackup
from siegvo.application.ports.photos import PhotoRefused
from siegvo.application.ports.tokens import LinkExpired, LinkUsed, NoSuchLink
from siegvo.application.ports.unavailable import (
    DatabaseNotUpgraded,
    DatabaseTooNew,
    DatabaseUnavailable,
    DatabaseUnsafe,
    HasherBusy,
    MailServerUnavailable,
    Unavailable,
)
from siegvo.application.repositories.submissions import SubmissionReused
from siegvo.domain.errors import DomainError

SENTENCES: Mapping[type[DomainError], str] = {
    InvalidDay: "Saisissez un jour qui existe, par exemple 23/11/2026.",
    LinkExpired: "Ce lien a dépassé sa durée de validité\u00a0: demandez-en un autre.",
    LinkUsed: "Ce lien a déjà servi, ou ne sert plus\u00a0: demandez-en un autre.",
    NotABackup: "{file} n’est pas une sauvegarde de ce portail, ou elle est abîmée.",
    NoSuchLink: "Ce lien n’est pas complet, ou il a déjà servi.",
    PhotoRefused: "Choisissez une photo au format JPEG ou PNG, de 5\u00a0Mo au plus.",
    SubmissionReused: (
        "Ce formulaire a déjà été envoyé avec d’autres réponses\u00a0: ouvrez-le à nouveau."
    ),
}

ABSENCES: Mapping[type[Unavailable], str] = {
    BackupProgramUnavailable: (
        "Les programmes pg_dump et pg_restore de PostgreSQL sont introuvables, ou ont échoué."
        " Installez ceux de la version de votre serveur."
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
    MailServerUnavailable: "Le serveur de courrier ne répond pas. Réessayez plus tard.",
}
