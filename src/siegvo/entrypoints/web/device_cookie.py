"""The cookie by which an account knows the browser of its owner.

It opens nothing and outlives sessions: thanks to it a stranger who tries passwords does not
keep the owner out, and the owner is told of a sign-in from anywhere else.
"""

import re
from secrets import token_urlsafe

from flask import g, request
from werkzeug.wrappers import Response

from siegvo.domain.policy import DEVICE_KEPT
from siegvo.entrypoints.web import current

_GRAMMAR = re.compile(r"[A-Za-z0-9_-]{43}")


def device_key() -> str:
    """Return what this browser is known by: what it sent, or a new random value."""
    if "device_key" not in g:
        sent = request.cookies.get(current.site().device_cookie, "")
        g.device_key = sent if _GRAMMAR.fullmatch(sent) else token_urlsafe(32)
    return str(g.device_key)


def keep_device(answer: Response) -> Response:
    """Have the browser that has just signed in keep its value, for as long as one can."""
    answer.set_cookie(
        current.site().device_cookie,
        device_key(),
        max_age=DEVICE_KEPT,
        secure=current.site().is_secure,
        httponly=True,
        samesite="Lax",
        path="/",
    )
    return answer
