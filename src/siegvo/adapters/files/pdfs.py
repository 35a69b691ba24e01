"""PDF files, read from a disk that others write to as well."""

import errno
import os
import stat
from pathlib import Path
from typing import Final

from siegvo.application.ports.pdf_files import NotAPdf

LARGEST: Final = 10 * 2**20
NOWHERE: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG})
"""What the system says when nothing bears that name."""

_BEGINNING: Final = b"%PDF-"


def check_pdf(content: bytes) -> None:
    """Let pass what begins as a PDF does, and weighs no more than ten mebibytes.

    Raises:
        NotAPdf: it does not.
    """
    if not content.startswith(_BEGINNING) or len(content) > LARGEST:
        raise NotAPdf


def read_pdf(path: Path) -> bytes:
    """Return the PDF that lies there, and not one that a link leads to.

    Raises:
        NotAPdf: something else lies there.
        OSError: nothing does, or it cannot be read.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(path, flags)
    except OSError as trouble:
        if trouble.errno == errno.ELOOP:
            raise NotAPdf from trouble
        raise
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NotAPdf
    with os.fdopen(handle, "rb") as file:
        content = file.read(LARGEST + 1)
    check_pdf(content)
    return content
