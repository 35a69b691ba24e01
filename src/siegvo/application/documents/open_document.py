"""Anybody downloads a document."""

import attrs

from siegvo.application.ports.pdf_files import PdfFiles
from siegvo.application.ports.work import Look
from siegvo.application.repositories.documents import DocumentNotFound
from siegvo.domain.documents.document import Document
from siegvo.domain.documents.slug import Slug


@attrs.frozen(kw_only=True)
class OpenDocument:
    """Hand out the edition on show."""

    look: Look
    files: PdfFiles

    def __call__(self, slug: Slug) -> tuple[Document, bytes]:
        """Return the document, and its PDF.

        Raises:
            DocumentNotFound: there is none on show of that name.
            PdfFileMissing: its file is gone.
        """
        with self.look() as readers:
            document = readers.documents.named(slug)
        if document is None or not document.is_published:
            raise DocumentNotFound(slug)
        return document, self.files.open(document.current.file)
