"""Files attached to requests, as tests want them: quick, countable, and not on a disk."""

import attrs

from siegvo.application.ports.attachments import (
    AttachmentMissing,
    AttachmentsUnavailable,
    CleanFile,
    SentFile,
)
from siegvo.domain.requests.attachment import (
    Attachment,
    AttachmentFault,
    AttachmentKind,
    AttachmentName,
    AttachmentRefused,
)


@attrs.define
class AttachmentBox:
    """Keeps whatever begins like a PDF; `is_full` when nothing more can be kept."""

    kept: dict[str, bytes] = attrs.Factory(dict)
    is_full: bool = False
    handed_out: int = 0

    def clean(self, sent: SentFile) -> CleanFile:
        if not sent.content.startswith(b"%PDF-"):
            raise AttachmentRefused(name=sent.name, fault=AttachmentFault.NOT_A_KIND_WE_TAKE)
        return CleanFile(
            name=AttachmentName.clean(sent.name, AttachmentKind.PDF),
            kind=AttachmentKind.PDF,
            content=b"%PDF-clean " + sent.content,
            fingerprint=sent.content.hex(),
        )

    def keep(self, file: CleanFile) -> Attachment:
        if self.is_full:
            raise AttachmentsUnavailable
        self.handed_out += 1
        key = f"{self.handed_out:032x}"
        self.kept[key] = file.content
        return Attachment(key=key, name=file.name, kind=file.kind, size=len(file.content))

    def discard(self, attachment: Attachment) -> None:
        self.kept.pop(attachment.key, None)

    def open(self, attachment: Attachment) -> bytes:
        if attachment.key not in self.kept:
            raise AttachmentMissing(attachment.key)
        return self.kept[attachment.key]
