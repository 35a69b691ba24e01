"""Documents for everybody, in memory."""

import attrs

from siegvo.domain.documents.document import Document
from siegvo.domain.documents.slug import Slug


@attrs.define
class InMemoryDocuments:
    kept: dict[Slug, Document] = attrs.Factory(dict)

    def named(self, slug: Slug) -> Document | None:
        return self.kept.get(slug)

    def all(self) -> tuple[Document, ...]:
        return tuple(
            sorted(self.kept.values(), key=lambda each: (each.title.text.lower(), each.slug))
        )

    def keep(self, document: Document) -> None:
        self.kept[document.slug] = document
