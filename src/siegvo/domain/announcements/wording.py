"""What an announcement says: a line above, a few below."""

from typing import Self

import attrs

from siegvo.domain.errors import Invalid
from siegvo.domain.policy import ANNOUNCEMENT_LONGEST, HEADLINE_LONGEST
from siegvo.domain.requests.plain_text import plain_line, plain_text


@attrs.frozen
class InvalidHeadline(Invalid):
    """Empty, or longer than `longest` characters."""

    longest: int = HEADLINE_LONGEST


@attrs.frozen
class InvalidAnnouncementText(Invalid):
    """Empty, or longer than `longest` characters."""

    longest: int = ANNOUNCEMENT_LONGEST


@attrs.frozen
class Headline:
    """What it is about, on one line."""

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what staff typed; blanks are drawn together, what shows nothing is dropped.

        Raises:
            InvalidHeadline: it is none.
        """
        line = plain_line(text)
        if not 1 <= len(line) <= HEADLINE_LONGEST:
            raise InvalidHeadline
        return cls(line)

    def __str__(self) -> str:
        return self.text


@attrs.frozen
class AnnouncementText:
    """What there is to know, in plain text; its lines are kept."""

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what staff typed; what shows nothing is dropped.

        Raises:
            InvalidAnnouncementText: it is none.
        """
        plain = plain_text(text)
        if not 1 <= len(plain) <= ANNOUNCEMENT_LONGEST:
            raise InvalidAnnouncementText
        return cls(plain)

    def __str__(self) -> str:
        return self.text
