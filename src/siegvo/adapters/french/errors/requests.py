"""What refusals about service requests say to a person."""

from collections.abc import Mapping

from siegvo.application.repositories.requests import RequestChangedMeanwhile, RequestNotFound
from siegvo.domain.errors import DomainError
from siegvo.domain.requests.reference import InvalidRequestReference
from siegvo.domain.requests.request import RequestCannotBecome

SENTENCES: Mapping[type[DomainError], str] = {
    InvalidRequestReference: "Saisissez la référence de la démarche, par exemple D-2026-000123.",
    RequestCannotBecome: "La démarche {reference} est déjà {state}.",
    RequestChangedMeanwhile: "La démarche {reference} vient de changer\u00a0: relisez-la.",
    RequestNotFound: "Aucune démarche ne porte la référence {reference}.",
}
