"""Files handed over: shown beside the page, or saved; nothing in them runs."""

import unicodedata
from typing import Final
from urllib.parse import quote

from flask import Response, request

PDF: Final = "application/pdf"
JPEG: Final = "image/jpeg"


def shown_file(content: bytes, *, name: str, mimetype: str = PDF) -> Response:
    """Let the browser show `content`, or the part of it that was asked for."""
    return _file(content, name=name, mimetype=mimetype, how="inline")


def saved_file(content: bytes, *, name: str, mimetype: str) -> Response:
    """Have the browser save `content` under `name`, which may have accents (RFC 6266)."""
    return _file(content, name=name, mimetype=mimetype, how="attachment")


def _file(content: bytes, *, name: str, mimetype: str, how: str) -> Response:
    answer = Response(content, mimetype=mimetype)
    answer.headers["Content-Disposition"] = f"{how}; {_named(name)}"
    answer.make_conditional(request, accept_ranges=True, complete_length=len(content))
    answer.headers.remove("Date")  # the server's to write
    return answer


def _named(name: str) -> str:
    """Write a name for every browser: without accents for the oldest, whole for the others."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = f'filename="{bare}"'
    return plain if bare == name else f"{plain}; filename*=UTF-8''{quote(name, safe='')}"
