"""A file in the thread of a request."""

import re
from enum import StrEnum
from typing import Final, Self

import attrs
from attrs.validators import gt, matches_re

from siegvo.domain.errors import Refused
from siegvo.domain.requests.plain_text import plain_line

_LONGEST_NAME: Final = 80
_UNSAFE: Final = re.compile("[^\\w .,()&+\u2019-]+")
_KEY: Final = r"[0-9a-f]{32}"


class AttachmentKind(StrEnum):
    """What is kept, whatever was sent: pictures are drawn again as JPEG."""

    PDF = "pdf"
    JPEG = "jpeg"

    @property
    def ending(self) -> str:
        return "pdf" if self is AttachmentKind.PDF else "jpg"


class AttachmentFault(StrEnum):
    EMPTY = "empty"
    NOT_A_KIND_WE_TAKE = "not_a_kind_we_take"
    TOO_LARGE = "too_large"
    TOO_FINE = "too_fine"
    UNREADABLE = "unreadable"
    LOCKED = "locked"
    TOO_MANY_PAGES = "too_many_pages"


@attrs.frozen(kw_only=True)
class AttachmentRefused(Refused):
    """The file called `name` cannot be kept, and why."""

    name: str
    fault: AttachmentFault


@attrs.frozen(kw_only=True)
class TooManyAttachments(Refused):
    """No more than `most` to a message."""

    most: int


@attrs.frozen(kw_only=True)
class AttachmentsFull(Refused):
    """All that an account ever attached would weigh more than `most_mib` MiB."""

    most_mib: int


@attrs.frozen
class AttachmentName:
    """What a person calls it: letters, digits, blanks, few signs, and the ending of its kind."""

    text: str

    @classmethod
    def clean(cls, given: str, kind: AttachmentKind) -> Self:
        """Keep of a name what is harmless in a page, in a header and on any disk."""
        last = re.split(r"[/\\]", plain_line(given))[-1]
        stem, dot, _ending = last.rpartition(".")
        words = " ".join(_UNSAFE.sub(" ", stem if dot else last).replace("_", " ").split())
        bare = words.strip(" .-")[:_LONGEST_NAME].strip(" .-")
        return cls(f"{bare or 'document'}.{kind.ending}")

    def __str__(self) -> str:
        return self.text


@attrs.frozen(kw_only=True)
class Attachment:
    """A kept file.  `key` is what it is asked for by, and nobody can guess; `size` is in bytes."""

    key: str = attrs.field(validator=matches_re(_KEY))
    name: AttachmentName
    kind: AttachmentKind
    size: int = attrs.field(validator=gt(0))
