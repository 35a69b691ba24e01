"""The link of a letter, taken out of the address before its page is shown.

An address is written down in many places: the history of the browser, logs, what is sent along
to the next page.  The link goes into a cookie for as long as it may serve at the most.
"""

import re
from datetime import timedelta
from typing import Final

from flask import redirect, request
from werkzeug.wrappers import Response

from siegvo.entrypoints.web import current

_LASTS: Final = timedelta(minutes=30)
_LINK: Final = re.compile(r"[A-Za-z0-9._~:\-]{1,400}")


def carry(token: str, *, to: str) -> Response:
    """Send the browser `to` a page whose address says nothing, the link in its cookie."""
    answer = redirect(to, code=303)
    if _LINK.fullmatch(token):
        answer.set_cookie(
            current.site().link_cookie,
            token,
            max_age=_LASTS,
            secure=current.site().is_secure,
            httponly=True,
            samesite="Lax",
            path="/",
        )
    return answer


def carried() -> str:
    """Return the link this browser brought, or nothing."""
    return request.cookies.get(current.site().link_cookie, "")


def drop(answer: Response) -> Response:
    """Have the browser forget a link that has served."""
    answer.delete_cookie(
        current.site().link_cookie,
        secure=current.site().is_secure,
        httponly=True,
        samesite="Lax",
        path="/",
    )
    return answer
