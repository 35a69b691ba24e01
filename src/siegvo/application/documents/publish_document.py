"""Staff put a document on show, or another edition of it."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.pdf_files import PdfFiles
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.audit import Entry
from siegvo.domain.documents.document import Document, Edition, Title
from siegvo.domain.documents.slug import Slug
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen(kw_only=True)
class PublishDocument:
    """Let everybody download a PDF, under a name that stays when the next edition comes."""

    begin: Begin
    clock: Clock
    files: PdfFiles

    def __call__(
        self, content: bytes, *, title: Title, actor: Actor, slug: Slug | None = None
    ) -> Document:
        """Publish `content`, and return the document; without a `slug`, its title makes one.

        The edition on show published again changes nothing but the title.

        Raises:
            NotAPdf: it is none, or too large.
            InvalidSlug: the title makes none.
        """
        name, now = slug or Slug.of_title(title.text), self.clock.now()
        edition = Edition(file=self.files.keep(content), size=len(content), published_at=now)
        with self.begin() as work:
            known = work.documents.named(name)
            document = (
                known.publish(title, edition)
                if known
                else Document(slug=name, title=title, editions=(edition,))
            )
            work.documents.keep(document)
            work.audit.add(
                Entry(at=now, actor=actor, gesture=Gesture.DOCUMENT_PUBLISHED, subject=name.text)
            )
        return document
