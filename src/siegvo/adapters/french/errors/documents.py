"""What refusals about documents say to a person."""

from collections.abc import Mapping

from siegvo.application.ports.pdf_files import NotAPdf
from siegvo.application.repositories.documents import DocumentNotFound
from siegvo.domain.documents.document import DocumentWithdrawn, InvalidTitle
from siegvo.domain.documents.slug import InvalidSlug
from siegvo.domain.errors import DomainError

SENTENCES: Mapping[type[DomainError], str] = {
    DocumentNotFound: "Aucun document ne porte le nom {slug}.",
    DocumentWithdrawn: "Le document {slug} est déjà retiré.",
    InvalidSlug: (
        "Choisissez un nom en lettres minuscules sans accent, chiffres et tirets, par exemple"
        " reglement-de-service."
    ),
    InvalidTitle: "Donnez un titre de {longest} caractères au plus, sur une ligne.",
    NotAPdf: "Ce fichier n’est pas un PDF, ou dépasse 10\u00a0Mo.",
}
