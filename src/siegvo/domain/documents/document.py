"""What the service hands out to everybody: its rules, its forms."""

from datetime import datetime
from typing import Self

import attrs

from siegvo.domain.documents.slug import Slug
from siegvo.domain.errors import Invalid, Refused
from siegvo.domain.policy import DOCUMENT_TITLE_LONGEST
from siegvo.domain.requests.plain_text import plain_line


@attrs.frozen
class InvalidTitle(Invalid):
    """Empty, or longer than `longest` characters."""

    longest: int = DOCUMENT_TITLE_LONGEST


@attrs.frozen
class DocumentWithdrawn(Refused):
    slug: Slug


@attrs.frozen
class Title:
    """What a document is called on screen."""

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what staff typed; blanks are drawn together, what shows nothing is dropped.

        Raises:
            InvalidTitle: it is none.
        """
        line = plain_line(text)
        if not 1 <= len(line) <= DOCUMENT_TITLE_LONGEST:
            raise InvalidTitle
        return cls(line)

    def __str__(self) -> str:
        return self.text


@attrs.frozen(kw_only=True)
class Edition:
    """One state of a document: a PDF of `size` bytes, by the name it is kept under."""

    file: str
    size: int
    published_at: datetime


@attrs.frozen(kw_only=True)
class Document:
    """A document, each edition that was published, the oldest first; no edition is ever lost."""

    slug: Slug
    title: Title
    editions: tuple[Edition, ...] = attrs.field(validator=attrs.validators.min_len(1))
    withdrawn_at: datetime | None = None

    @property
    def current(self) -> Edition:
        return self.editions[-1]

    @property
    def is_published(self) -> bool:
        return self.withdrawn_at is None

    def publish(self, title: Title, edition: Edition) -> Self:
        """Return it with another edition and title, on show again if it was withdrawn.

        The file that is on show already makes no new edition.
        """
        is_same = edition.file == self.current.file
        editions = self.editions if is_same else (*self.editions, edition)
        return attrs.evolve(self, title=title, editions=editions, withdrawn_at=None)

    def withdraw(self, *, at: datetime) -> Self:
        """Return it off the shelf.

        Raises:
            DocumentWithdrawn: it is already.
        """
        if not self.is_published:
            raise DocumentWithdrawn(self.slug)
        return attrs.evolve(self, withdrawn_at=at)
