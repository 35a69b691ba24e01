"""What there is to download."""

import attrs

from siegvo.application.ports.work import Look
from siegvo.domain.documents.document import Document


@attrs.frozen
class ListDocuments:
    """Show everybody what is on show, and staff what was."""

    look: Look

    def __call__(self, *, withdrawn_too: bool = False) -> tuple[Document, ...]:
        """Return the documents, by title."""
        with self.look() as readers:
            found = readers.documents.all()
        return tuple(each for each in found if withdrawn_too or each.is_published)
