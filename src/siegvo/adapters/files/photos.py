"""Pictures of meters: drawn again, so that nothing of what was sent survives."""

import os
from io import BytesIO
from pathlib import Path
from secrets import token_hex
from tempfile import NamedTemporaryFile
from typing import Final

import attrs

from siegvo.application.ports.photos import PhotoRefused

_SMALLEST: Final = 100
_LARGEST: Final = 5 * 2**20
_MOST_PIXELS: Final = 24_000_000
_LONGEST_SIDE: Final = 12_000
_SHORTEST_SIDE: Final = 50
_KEPT_SIDE: Final = 1600
_KEPT_QUALITY: Final = 82
_SIGNATURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


@attrs.frozen
class PhotoFolder:
    """`Photos`, as JPEG files under names nobody can guess."""

    folder: Path

    def keep(self, sent: bytes) -> str:
        """Draw the picture again, and keep that under a new name."""
        drawn = drawn_again(sent)
        name = f"{token_hex(16)}.jpg"
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.folder, delete=False) as draft:
            draft.write(drawn)
            draft.flush()
            os.fsync(draft.fileno())
        Path(draft.name).rename(self.folder / name)
        return name


def drawn_again(sent: bytes) -> bytes:
    """Return a JPEG of at most 1600 pixels a side: no place, no author, no second file in it.

    Raises:
        PhotoRefused: it is no JPEG or PNG, is broken, or too large.
    """
    if not (_SMALLEST <= len(sent) <= _LARGEST and sent.startswith(_SIGNATURES)):
        raise PhotoRefused
    try:
        return _drawn(sent)
    except PhotoRefused:
        raise
    except Exception as error:  # Pillow raises many sorts
        raise PhotoRefused from error


def _drawn(sent: bytes) -> bytes:
    # Pillow is slow to import: only those who keep a photo pay.
    from PIL import Image, ImageOps  # noqa: PLC0415

    with Image.open(BytesIO(sent), formats=("JPEG", "PNG")) as opened:  # its header only, so far
        sides = opened.size
        if (
            sides[0] * sides[1] > _MOST_PIXELS
            or max(sides) > _LONGEST_SIDE
            or min(sides) < _SHORTEST_SIDE
            or (opened.format == "PNG" and getattr(opened, "is_animated", False))
        ):
            raise PhotoRefused
        opened.draft("RGB", (_KEPT_SIDE, _KEPT_SIDE))  # a JPEG is decoded no larger than needed
        upright = ImageOps.exif_transpose(opened).convert("RGB")
    upright.thumbnail((_KEPT_SIDE, _KEPT_SIDE))
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    kept = BytesIO()
    bare.save(kept, "JPEG", quality=_KEPT_QUALITY)
    return kept.getvalue()
