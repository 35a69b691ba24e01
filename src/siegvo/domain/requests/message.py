"""The thread of a request: what its author and staff write to each other."""

from datetime import datetime
from enum import StrEnum
from typing import Final, Self

import attrs
from attrs.validators import max_len

from siegvo.domain.requests.asked import Asked, check_is_text, checked
from siegvo.domain.requests.attachment import Attachment
from siegvo.domain.requests.plain_text import plain_text

MOST_ATTACHMENTS: Final = 3


class Author(StrEnum):
    SUBSCRIBER = "subscriber"
    STAFF = "staff"


@attrs.frozen
class MessageText:
    """One to 4000 characters, in lines, all of them visible."""

    text: str

    def __attrs_post_init__(self) -> None:
        if plain_text(self.text) != self.text:
            message = "a message holds what shows nothing"
            raise ValueError(message)
        checked(Asked.MESSAGE, self.text)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what somebody typed, and drop what shows nothing.

        Raises:
            AnswerMissing: nothing is left.
            AnswerTooLong: more than 4000 characters.
            AnswerGarbled: it holds control characters.
        """
        check_is_text(Asked.MESSAGE, text)
        return cls(plain_text(text))

    def __str__(self) -> str:
        return self.text


@attrs.frozen(kw_only=True)
class Message:
    """What was written and attached, by which side, when: words, files, or both."""

    author: Author
    at: datetime
    text: MessageText | None
    attachments: tuple[Attachment, ...] = attrs.field(
        default=(), validator=max_len(MOST_ATTACHMENTS)
    )

    def __attrs_post_init__(self) -> None:
        if self.text is None and not self.attachments:
            checked(Asked.MESSAGE, "")
