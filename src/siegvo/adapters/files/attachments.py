"""Files attached to requests: pictures drawn again, PDFs written again, under random names."""

from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Final

import attrs

from siegvo.adapters.files.pdf_writer import PdfWriter, UnfitPdf
from siegvo.adapters.files.photos import drawn_again
from siegvo.adapters.files.safe_folder import SafeFolder
from siegvo.application.ports.attachments import (
    AttachmentMissing,
    AttachmentsUnavailable,
    CleanFile,
    SentFile,
)
from siegvo.application.ports.photos import PhotoRefused, PhotoTooFine
from siegvo.domain.requests.attachment import (
    Attachment,
    AttachmentFault,
    AttachmentKind,
    AttachmentName,
    AttachmentRefused,
)
from siegvo.domain.requests.plain_text import plain_line

_LARGEST: Final = 5 * 2**20
_LONGEST_NAME_TOLD: Final = 80
_PDF: Final = b"%PDF-"
_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


@attrs.frozen
class AttachmentFolder:
    """`AttachmentFiles`, in one folder."""

    path: Path
    pdfs: PdfWriter = attrs.Factory(PdfWriter)

    def clean(self, sent: SentFile) -> CleanFile:
        kind = _kind_of(sent)
        try:
            content = self._again(sent.content, kind)
        except (PhotoRefused, PhotoTooFine, UnfitPdf) as trouble:
            raise _refused(sent, _fault_of(trouble)) from trouble
        return CleanFile(
            name=AttachmentName.clean(sent.name, kind),
            kind=kind,
            content=content,
            fingerprint=sha256(sent.content).hexdigest(),
        )

    def keep(self, file: CleanFile) -> Attachment:
        kept = Attachment(key=token_hex(16), name=file.name, kind=file.kind, size=len(file.content))
        try:
            SafeFolder(self.path).write(_file_name(kept), file.content)
        except OSError as error:
            raise AttachmentsUnavailable from error
        return kept

    def discard(self, attachment: Attachment) -> None:
        SafeFolder(self.path).drop(_file_name(attachment))

    def open(self, attachment: Attachment) -> bytes:
        try:
            return SafeFolder(self.path).read(_file_name(attachment))
        except OSError as error:
            raise AttachmentMissing(attachment.key) from error

    def _again(self, content: bytes, kind: AttachmentKind) -> bytes:
        return (
            self.pdfs.written_again(content) if kind is AttachmentKind.PDF else drawn_again(content)
        )


def _fault_of(trouble: PhotoRefused | PhotoTooFine | UnfitPdf) -> AttachmentFault:
    if isinstance(trouble, UnfitPdf):
        return trouble.fault
    is_fine = isinstance(trouble, PhotoTooFine)
    return AttachmentFault.TOO_FINE if is_fine else AttachmentFault.UNREADABLE


def _kind_of(sent: SentFile) -> AttachmentKind:
    """Go by what is in it: a name proves nothing."""
    if not sent.content:
        raise _refused(sent, AttachmentFault.EMPTY)
    if len(sent.content) > _LARGEST:
        raise _refused(sent, AttachmentFault.TOO_LARGE)
    if sent.content.startswith(_PDF):
        return AttachmentKind.PDF
    if sent.content.startswith(_PICTURES):
        return AttachmentKind.JPEG
    raise _refused(sent, AttachmentFault.NOT_A_KIND_WE_TAKE)


def _refused(sent: SentFile, fault: AttachmentFault) -> AttachmentRefused:
    name = plain_line(sent.name)[:_LONGEST_NAME_TOLD]
    return AttachmentRefused(name=name or "document", fault=fault)


def _file_name(attachment: Attachment) -> str:
    return f"{attachment.key}.{attachment.kind.ending}"
