"""Which characters the bytes of a file stand for."""

import codecs
from itertools import islice
from typing import BinaryIO, Final

from siegvo.application.ports.file_faults import FileNotText

UTF_8: Final = "utf-8-sig"
WINDOWS: Final = "cp1252"

_BLOCK: Final = 1 << 20
_NO_TEXT: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"PK\x03\x04", b"%PDF", b"\x1f\x8b")


def encoding_of(file: BinaryIO) -> str:
    """Return UTF-8 if every byte agrees, else what most lines with an accent speak for.

    A file in UTF-8 with a damaged line stays in UTF-8: only that line will be refused.

    Raises:
        FileNotText: it is UTF-16, a workbook, something packed.
    """
    start = file.read(8)
    if start.startswith(_NO_TEXT) or (len(start) > 1 and not any(start[1::2])):
        raise FileNotText
    return UTF_8 if _is_utf_8(file) or _speaks_utf_8(file) else WINDOWS


def _is_utf_8(file: BinaryIO) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while block := file.read(_BLOCK):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _speaks_utf_8(file: BinaryIO) -> bool:
    """Weigh the lines that hold an accent; those of pure ASCII say nothing."""
    file.seek(0)
    balance = 0
    while lines := list(islice(iter(lambda: file.readline(_BLOCK), b""), 1000)):
        balance += sum(_weight(line) for line in lines)
    return balance > 0


def _weight(line: bytes) -> int:
    if line.isascii():
        return 0
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return -1
    return 1
