"""Files that subscribers and staff attach to what they write."""

from typing import Protocol

import attrs

from siegvo.application.ports.unavailable import Unavailable
from siegvo.domain.errors import NotFound
from siegvo.domain.requests.attachment import Attachment, AttachmentKind, AttachmentName


@attrs.frozen
class AttachmentMissing(NotFound):
    """A file that was kept is not there any more, or never was for whoever asks."""

    key: str


class AttachmentsUnavailable(Unavailable):
    """Files cannot be checked or kept: the disk is full, or what reads PDFs is not there."""


@attrs.frozen(kw_only=True)
class SentFile:
    """What somebody attached: the name their device gave it, and its bytes."""

    name: str
    content: bytes = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class CleanFile:
    """The same, written anew so that nothing of what was sent is kept as it came.

    `fingerprint` tells what was sent from anything else.
    """

    name: AttachmentName
    kind: AttachmentKind
    content: bytes = attrs.field(repr=False)
    fingerprint: str


class AttachmentFiles(Protocol):
    def clean(self, sent: SentFile) -> CleanFile:
        """Draw a picture again, or write a PDF again without what acts or hides in it.  Slow.

        Raises:
            AttachmentRefused: it is no PDF, JPEG or PNG, or not one that can be kept.
            AttachmentsUnavailable: it cannot be told just now.
        """

    def keep(self, file: CleanFile) -> Attachment:
        """Write it to the disk, under a key nobody can guess.

        Raises:
            AttachmentsUnavailable: it cannot be written.
        """

    def discard(self, attachment: Attachment) -> None:
        """Drop a file that nothing refers to."""

    def open(self, attachment: Attachment) -> bytes:
        """Return what was kept.

        Raises:
            AttachmentMissing: it is not there any more.
        """
