"""How much a request may weigh."""

from typing import Final

from flask import Flask, request

from siegvo.entrypoints.web.methods import WRITES

HEAVIEST: Final = 6 * 2**20
"""With a photo."""

HEAVIEST_WORDS: Final = 64_000
"""Without one: nobody types that much."""

MOST_FIELDS: Final = 60

_READ_AT_ONCE: Final = 2**16
"""Werkzeug reads so much of a form in several parts, and weighs it as words, photo or not."""


def init_app(app: Flask) -> None:
    app.config.update(
        MAX_CONTENT_LENGTH=HEAVIEST,
        MAX_FORM_MEMORY_SIZE=HEAVIEST_WORDS + _READ_AT_ONCE,
        MAX_FORM_PARTS=MOST_FIELDS,
    )
    app.before_request(_limit_words)


def _limit_words() -> None:
    """Limit what is sent in one part: Flask's own limit of words is for several parts."""
    if request.method in WRITES and request.mimetype != "multipart/form-data":
        request.max_content_length = HEAVIEST_WORDS
