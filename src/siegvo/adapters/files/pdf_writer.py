"""PDFs, written again by a process that is thrown away."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import BoundedSemaphore
from typing import Final

import attrs

from siegvo.adapters.files import pdf_child
from siegvo.application.ports.attachments import AttachmentsUnavailable
from siegvo.domain.requests.attachment import AttachmentFault

_AT_ONCE: Final = 2
_PATIENCE: Final = 10
_FAULTS: Final[Mapping[int, AttachmentFault]] = {
    pdf_child.LOCKED: AttachmentFault.LOCKED,
    pdf_child.TOO_MANY_PAGES: AttachmentFault.TOO_MANY_PAGES,
}
_INHERITED: Final = ("LD_LIBRARY_PATH", "PATH", "SYSTEMROOT")


class UnfitPdf(Exception):
    """It cannot be kept."""

    def __init__(self, fault: AttachmentFault) -> None:
        super().__init__(fault)
        self.fault = fault


@attrs.frozen
class PdfWriter:
    """A few at a time: each takes a processor for itself."""

    _turns: BoundedSemaphore = attrs.field(factory=lambda: BoundedSemaphore(_AT_ONCE), init=False)

    def written_again(self, sent: bytes) -> bytes:
        """Return the pages, and nothing else that was in it.

        Raises:
            UnfitPdf: it is locked, has too many pages, or cannot be read.
            AttachmentsUnavailable: nothing here reads PDFs, or all that do are busy.
        """
        if not self._turns.acquire(timeout=_PATIENCE):
            raise AttachmentsUnavailable
        try:
            done = _run(sent)
        finally:
            self._turns.release()
        if done.returncode == pdf_child.NO_READER:
            raise AttachmentsUnavailable
        if done.returncode or not done.stdout.startswith(b"%PDF-"):
            raise UnfitPdf(_FAULTS.get(done.returncode, AttachmentFault.UNREADABLE))
        return done.stdout


def _run(sent: bytes) -> subprocess.CompletedProcess[bytes]:
    program = Path(pdf_child.__file__)
    inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    try:
        return subprocess.run(  # noqa: S603 (our own program; what was sent is only its input)
            [sys.executable, "-I", str(program)],
            input=sent,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=inherited,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnfitPdf(AttachmentFault.UNREADABLE) from error
    except OSError as error:
        raise AttachmentsUnavailable from error
