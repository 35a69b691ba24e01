"""The cookie of a visit: a random value, and nothing else.

Signed in, it names a session kept in the database; before that, it only ties a form to
the browser that opened it.  Flask calls it a session; nothing can be stored in it.

The part before its first dot stays as long as the session: forms are signed with that part, so
that a page left open in another tab can still be sent after the rest has changed.
"""

import hmac
from datetime import timedelta
from secrets import token_urlsafe
from typing import Any

from flask import Flask, Request, Response
from flask.sessions import SessionInterface, SessionMixin

from siegvo.entrypoints.web.site import Site

_LONGEST = 200


class Cookie(dict[str, Any], SessionMixin):
    """What the browser sent, and what it should send from now on."""

    def __init__(self, *, sent: str, form_key: str) -> None:
        super().__init__()
        self.sent = sent
        self.lasts: timedelta | None = None
        self._form_key = form_key
        self.value = sent or token_urlsafe(32)
        self.is_needed = False

    def __contains__(self, name: object) -> bool:
        return name == "csrf_token"

    def __getitem__(self, name: str) -> str:
        """Return the secret behind the forms of this browser; it needs the cookie then."""
        if name != "csrf_token":
            raise KeyError(name)
        self.is_needed = True
        lasting = self.value.partition(".")[0]
        return hmac.digest(self._form_key.encode(), lasting.encode(), "sha256").hex()

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if name == "csrf_token" else default

    def become(self, value: str, *, lasts: timedelta | None = None) -> None:
        """Send another value from now on; without `lasts`, until the browser is closed."""
        self.value = value
        self.lasts = lasts
        self.is_needed = True


class OneCookie(SessionInterface):
    """Flask's way to our cookie."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._name = site.cookie

    def open_session(self, app: Flask, request: Request) -> Cookie:
        del app
        sent = _sent(request.environ.get("HTTP_COOKIE", ""), name=self._name)
        known = sent if len(sent) <= _LONGEST else ""
        return Cookie(sent=known, form_key=self.site.form_keys[0])

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        del app
        if not (isinstance(session, Cookie) and session.is_needed):
            return
        if session.value != session.sent:
            response.set_cookie(
                self.site.cookie,
                session.value,
                max_age=session.lasts,
                secure=self.site.is_secure,
                httponly=True,
                samesite="Lax",
                path="/",
            )


def _sent(header: str, *, name: str) -> str:
    """Return the value of one cookie, the first of that name; ours are never quoted."""
    for pair in header.split(";"):
        given, _, value = pair.strip().partition("=")
        if given == name:
            return value
    return ""
