"""Where the documents for everybody are kept: their editions, not their files."""

from typing import Protocol

import attrs

from siegvo.domain.documents.document import Document
from siegvo.domain.documents.slug import Slug
from siegvo.domain.errors import NotFound


@attrs.frozen
class DocumentNotFound(NotFound):
    """There is none of that name, or it is not on show any more."""

    slug: Slug


class Documents(Protocol):
    def named(self, slug: Slug) -> Document | None:
        """Return a document, on show or not; nothing if there never was one."""

    def all(self) -> tuple[Document, ...]:
        """Return every document, on show or not, by title."""

    def keep(self, document: Document) -> None:
        """Keep what a document became, whether it is known or not."""
