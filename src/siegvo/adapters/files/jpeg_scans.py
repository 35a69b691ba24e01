"""How many times a JPEG paints over itself: a few, unless it wants to keep us busy."""

import re
from typing import Final

_MARKER: Final = re.compile(rb"\xff+(?P<code>[^\x00\xff\xd0-\xd7])")
_ALONE: Final = frozenset({b"\xd8", b"\x01"})
_START_OF_SCAN: Final = b"\xda"
_END: Final = b"\xd9"


def scans_in(jpeg: bytes) -> int:
    """Count the scans of the first picture in a file; what is behind it is not looked at."""
    scans, at = 0, 0
    while marker := _MARKER.search(jpeg, at):
        code, at = marker["code"], marker.end()
        if code == _END:
            break
        if code in _ALONE:
            continue
        scans += code == _START_OF_SCAN
        at += int.from_bytes(jpeg[at : at + 2], "big")
    return scans
