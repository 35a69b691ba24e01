"""What refusals about announcements say to a person."""

from collections.abc import Mapping

from siegvo.application.announcements.publish_announcement import CommuneNotServed
from siegvo.application.repositories.announcements import AnnouncementNotFound
from siegvo.domain.announcements.announcement import (
    AlreadyOver,
    AnnouncementWithdrawn,
    EndsBeforeItBegins,
)
from siegvo.domain.announcements.commune import InvalidCommune
from siegvo.domain.announcements.wording import InvalidAnnouncementText, InvalidHeadline
from siegvo.domain.errors import DomainError

SENTENCES: Mapping[type[DomainError], str] = {
    AlreadyOver: "Le dernier jour, le {last_day}, est déjà passé\u00a0: personne ne le lirait.",
    AnnouncementNotFound: "Aucun message ne porte le numéro {number}.",
    AnnouncementWithdrawn: "Le message {number} est déjà retiré.",
    CommuneNotServed: (
        "Aucun contrat n’est desservi à {commune}\u00a0: vérifiez le nom de la commune."
    ),
    EndsBeforeItBegins: "Le dernier jour, le {last_day}, est avant le premier, le {first_day}.",
    InvalidAnnouncementText: "Écrivez un texte de {longest} caractères au plus.",
    InvalidCommune: "Donnez le nom d’une commune, de {longest} caractères au plus.",
    InvalidHeadline: "Donnez un titre de {longest} caractères au plus, sur une ligne.",
}
