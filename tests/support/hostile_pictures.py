"""Pictures that do harm, or pretend to be pictures."""

import struct
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final

from PIL import Image, PngImagePlugin

from tests.support.zeros import zeros

PNG: Final = b"\x89PNG\r\n\x1a\n"
SCRIPT: Final = b"<script>alert(document.domain)</script>"
PHP: Final = b"<?php system($_GET['c']); ?>"


def hostile_pictures() -> Iterator[tuple[str, bytes]]:
    """Yield a name and a content for each."""
    yield from _drawable().items()
    yield from _undrawable().items()


def _drawable() -> Mapping[str, bytes]:
    """Draw pictures that would be fine but for what comes along with them."""
    jpeg, png = _picture("JPEG"), _picture("PNG")
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", SCRIPT.decode(), zip=True)
    return {
        "zip-behind.jpg": jpeg + b"PK\x03\x04" + b"\0" * 400 + b"PK\x05\x06" + b"\0" * 18,
        "html-behind.jpg": jpeg + b"<html>" + SCRIPT,
        "program-behind.png": png + b"MZ" + b"\x90" * 500,
        "pdf-behind.jpg": jpeg + b"%PDF-1.7\n1 0 obj <</JS (x)>>",
        "script-in-comment.jpg": _picture("JPEG", comment=SCRIPT),
        "php-in-comment.jpg": _picture("JPEG", comment=PHP),
        "php-in-exif.jpg": _picture("JPEG", exif=_exif(PHP)),
        "script-in-text.png": _picture("PNG", pnginfo=text),
        "script-in-profile.jpg": _picture("JPEG", icc_profile=SCRIPT * 40),
        "script-in-pixels.png": _spelt(SCRIPT * 20),
        "many-segments.jpg": jpeg[:2] + (b"\xff\xe1\xff\xfe" + b"A" * 65532) * 60 + jpeg[2:],
        "cmyk.jpg": _picture("JPEG", mode="CMYK"),
        "transparent.png": _picture("PNG", mode="RGBA"),
        "palette.png": _picture("PNG", mode="P"),
        "one-bit.png": _picture("PNG", mode="1"),
        "sixteen-bits.png": _picture("PNG", mode="I;16"),
        "large.png": _flat((6000, 4000)),
    }


def _undrawable() -> Mapping[str, bytes]:
    jpeg, png = _picture("JPEG"), _picture("PNG")
    return {
        "cut.jpg": jpeg[: len(jpeg) // 2],
        "cut.png": png[: len(png) // 2],
        "beginning-only.jpg": b"\xff\xd8\xff\xe0" + b"\0" * 200,
        "beginning-only.png": PNG + b"\0" * 200,
        "bomb-50000.png": _header(50_000, 50_000) + _chunk(b"IDAT", zeros(512)),
        "bomb-20000.png": _header(20_000, 20_000) + _chunk(b"IDAT", zeros(400)),
        "wide.png": _header(2**31 - 1, 1) + _chunk(b"IDAT", zeros(1)),
        "tall.png": _header(60, 400_000) + _chunk(b"IDAT", zeros(60)),
        "no-width.png": _header(0, 100) + _chunk(b"IDAT", zlib.compress(b"")),
        "tiny.png": _flat((1, 1)) + b"\0" * 100,
        "huge.jpg": _resized(jpeg, 65_500, 65_500),
        "text-bomb.png": _with_text_bomb(png),
        "bad-sums.png": png[:40] + bytes(byte ^ 0xFF for byte in png[40:60]) + png[60:],
        "lying-length.png": PNG + struct.pack(">I", 2**31 - 1) + b"IHDR" + b"\0" * 300,
        "animated.png": _animated(),
        "many-scans.jpg": _many_scans(2000),
        "noise.jpg": b"\xff\xd8\xff" + bytes(range(256)) * 4000,
        "noise.png": PNG + bytes(range(256)) * 4000,
    }


def _picture(kind: str, *, mode: str = "RGB", **options: object) -> bytes:
    picture = Image.effect_noise((320, 240), 60)
    painted = picture if mode == "I;16" else picture.convert("RGB").convert(mode)
    made = BytesIO()
    (painted.convert("I;16") if mode == "I;16" else painted).save(made, kind, **options)
    return made.getvalue()


def _flat(size: tuple[int, int]) -> bytes:
    made = BytesIO()
    Image.new("RGB", size).save(made, "PNG")
    return made.getvalue()


def _spelt(words: bytes) -> bytes:
    """Write words as the pixels of a picture that is not compressed at all."""
    side = 64
    pixels = (words * (3 * side * side // len(words) + 1))[: 3 * side * side]
    made = BytesIO()
    Image.frombytes("RGB", (side, side), pixels).save(made, "PNG", compress_level=0)
    return made.getvalue()


def _exif(artist: bytes) -> Image.Exif:
    exif = Image.Exif()
    exif[0x013B] = artist.decode()
    return exif


def _chunk(name: bytes, content: bytes) -> bytes:
    total = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", total)


def _header(width: int, height: int) -> bytes:
    return PNG + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))


def _with_text_bomb(png: bytes) -> bytes:
    bomb = _chunk(b"zTXt", b"Comment\0\0" + zeros(400))
    return png[:33] + bomb * 4 + png[33:]


def _resized(jpeg: bytes, width: int, height: int) -> bytes:
    """Have a JPEG claim another size."""
    at = jpeg.index(b"\xff\xc0") + 5
    return jpeg[:at] + struct.pack(">HH", height, width) + jpeg[at + 4 :]


def _animated() -> bytes:
    made = BytesIO()
    frames = [Image.new("RGB", (200, 200), (shade, 0, 0)) for shade in range(20)]
    frames[0].save(made, "PNG", save_all=True, append_images=frames[1:])
    return made.getvalue()


def _many_scans(times: int) -> bytes:
    """Have the last scan of a progressive JPEG come again and again."""
    made = BytesIO()
    Image.new("RGB", (4000, 4000)).save(made, "JPEG", progressive=True, quality=30)
    jpeg = made.getvalue()
    last = jpeg[jpeg.rindex(b"\xff\xda") : -2]
    return (jpeg[:-2] + last * min(times, 4_500_000 // len(last))) + b"\xff\xd9"
