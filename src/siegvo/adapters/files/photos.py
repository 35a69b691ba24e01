"""Pictures of meters: drawn again, so that nothing of what was sent survives."""

from io import BytesIO
from pathlib import Path
from secrets import token_hex
from typing import Any, Final

import attrs

from siegvo.adapters.files.jpeg_scans import scans_in
from siegvo.adapters.files.safe_folder import SafeFolder
from siegvo.application.ports.photos import PhotoRefused, PhotoTooFine

_SMALLEST: Final = 100
_LARGEST: Final = 5 * 2**20
_MOST_PIXELS: Final = 24_000_000
_LONGEST_SIDE: Final = 12_000
_SHORTEST_SIDE: Final = 50
_KEPT_SIDE: Final = 1600
_KEPT_QUALITY: Final = 82
_STRIP: Final = 64
_MOST_SCANS: Final = 40
_SIGNATURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


@attrs.frozen
class PhotoFolder:
    """`Photos`, as JPEG files under names nobody can guess."""

    folder: Path

    def keep(self, sent: bytes) -> str:
        """Draw the picture again, and keep that under a new name."""
        drawn = drawn_again(sent)
        name = f"{token_hex(16)}.jpg"
        SafeFolder(self.folder).write(name, drawn)
        return name

    def discard(self, name: str) -> None:
        SafeFolder(self.folder).drop(name)


def drawn_again(sent: bytes) -> bytes:
    """Return a JPEG of at most 1600 pixels a side: no place, no author, no second file in it.

    Raises:
        PhotoRefused: it is no JPEG or PNG, is broken, or too large.
        PhotoTooFine: it has too many pixels.
    """
    if not (_SMALLEST <= len(sent) <= _LARGEST and sent.startswith(_SIGNATURES)):
        raise PhotoRefused
    try:
        return _drawn(sent)
    except (PhotoRefused, PhotoTooFine):
        raise
    except Exception as error:  # Pillow raises many sorts
        raise PhotoRefused from error


def _drawn(sent: bytes) -> bytes:
    # Pillow is slow to import: only those who keep a photo pay.
    from PIL import Image, ImageOps  # noqa: PLC0415

    with Image.open(BytesIO(sent), formats=("JPEG", "PNG")) as opened:  # its header only, so far
        sides = opened.size
        if sides[0] * sides[1] > _MOST_PIXELS or max(sides) > _LONGEST_SIDE:
            raise PhotoTooFine
        if (
            min(sides) < _SHORTEST_SIDE
            or (opened.format == "JPEG" and scans_in(sent) > _MOST_SCANS)
            or (opened.format == "PNG" and getattr(opened, "is_animated", False))
        ):
            raise PhotoRefused
        opened.draft("RGB", (_KEPT_SIDE, _KEPT_SIDE))  # a JPEG is decoded no larger than needed
        upright = ImageOps.exif_transpose(_smaller(opened))
    upright.thumbnail((_KEPT_SIDE, _KEPT_SIDE))
    bare = Image.new("RGB", upright.size, "white")  # what lets through lies on paper
    bare.paste(upright, mask=upright if upright.mode == "RGBA" else None)
    kept = BytesIO()
    bare.save(kept, "JPEG", quality=_KEPT_QUALITY)
    return kept.getvalue()


def _smaller(opened: Any) -> Any:
    """Return the picture in colours, nearly as small as it will be: whole, it is there once.

    It is made smaller strip by strip, for every step that Pillow takes is another picture.
    """
    from PIL.Image import new  # noqa: PLC0415

    colours = "RGBA" if opened.has_transparency_data else "RGB"
    width, height = opened.size
    times = max(1, max(opened.size) // _KEPT_SIDE)
    if times == 1:
        small = opened.convert(colours)
    else:
        small = new(colours, (-(-width // times), -(-height // times)))
        for top in range(0, height, _STRIP * times):
            strip = opened.crop((0, top, width, min(top + _STRIP * times, height)))
            small.paste(strip.convert(colours).reduce(times), (0, top // times))
    small.info.update(opened.info)
    return small
