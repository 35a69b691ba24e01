"""What to do about a refusal that says only what is wrong, for whoever types commands."""

from collections.abc import Mapping
from typing import Final

from siegvo.application.ports import file_faults
from siegvo.application.ports.backup import NotABackup
from siegvo.application.ports.pdf_files import NotAPdf
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.application.repositories.contracts import PayerNotLinked
from siegvo.application.repositories.documents import DocumentNotFound
from siegvo.application.repositories.metering import SentReadingNotFound
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.application.requests.handle_requests import NobodyToAnswer
from siegvo.domain.documents.document import DocumentWithdrawn
from siegvo.domain.metering.sent_reading import ReadingNotAwaitingReview
from siegvo.domain.requests.request import RequestCannotBecome

_RIGHT_FILE: Final = "Vérifiez que c’est le fichier que cette commande attend."
NEXT_STEPS: Final[Mapping[type[Exception], str]] = {
    AccountNotFound: "Voyez les adresses\u00a0: siegvo accounts list",
    DocumentNotFound: "Voyez les noms\u00a0: siegvo documents list",
    DocumentWithdrawn: "Pour le remettre en ligne\u00a0: siegvo documents publish",
    NobodyToAnswer: "Déclarez-la terminée\u00a0: siegvo requests close",
    NotABackup: "Donnez un fichier fait par «\u00a0siegvo db backup\u00a0» pour la même base.",
    NotAPdf: "Enregistrez le document en PDF, plus léger s’il le faut.",
    PayerNotLinked: "Voyez à qui il est lié\u00a0: siegvo accounts show",
    ReadingNotAwaitingReview: "Voyez ceux qui attendent\u00a0: siegvo readings review",
    RequestCannotBecome: "Voyez ce qui s’y est passé\u00a0: siegvo requests show",
    SentReadingNotFound: "Voyez ceux qui attendent\u00a0: siegvo readings review",
    file_faults.FileEmpty: "Demandez-le de nouveau à la facturation.",
    file_faults.ColumnsMissing: _RIGHT_FILE,
    file_faults.ColumnTwice: "Supprimez l’une des deux colonnes.",
    file_faults.HeaderMissing: _RIGHT_FILE,
}
_LISTS: Final[Mapping[str, str]] = {
    "links": "siegvo links list",
    "readings": "siegvo readings review",
    "requests": "siegvo requests list",
}


def next_step(error: Exception, *, room: str) -> str:
    """Return a sentence that goes after what `error` says, or nothing.

    `room` is the group of commands in which it was met.
    """
    if isinstance(error, RequestNotFound) and room in _LISTS:
        return f"Voyez celles qui attendent\u00a0: {_LISTS[room]}"
    return NEXT_STEPS.get(type(error), "")
