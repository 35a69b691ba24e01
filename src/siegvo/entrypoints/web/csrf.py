"""The token that forms carry back: Flask-WTF's, signed once for each browser."""

from functools import lru_cache

from flask import Flask, g, session
from flask_wtf import CSRFProtect
from flask_wtf.csrf import generate_csrf


def init_app(app: Flask) -> None:
    CSRFProtect(app)
    app.jinja_env.globals["csrf_token"] = csrf_token


def csrf_token() -> str:
    """Return the token of this request, for Flask-WTF's own forms as well."""
    token = g.csrf_token = signed(session["csrf_token"])
    return token


@lru_cache(maxsize=4096)
def signed(secret: str) -> str:
    """Have Flask-WTF sign the `secret` of the browser that is served; the same each time."""
    del secret  # Flask-WTF takes it from the session
    return generate_csrf()
