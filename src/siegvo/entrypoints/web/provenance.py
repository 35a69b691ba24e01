"""Where a form was sent from, as browsers tell: a second lock beside the token."""

from flask import Flask, abort, request

from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.methods import WRITES
from siegvo.entrypoints.web.programs import is_for_programs

_OURS = frozenset({"same-origin", "none"})


def init_app(app: Flask) -> None:
    app.before_request(_check)


def _check() -> None:
    """Refuse what another site sent (Fetch Metadata; `Origin` for older browsers)."""
    if request.method not in WRITES or is_for_programs() or request.url_rule is None:
        return
    if request.content_length is None:
        abort(411)
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site is not None and site not in _OURS:
        abort(403)
    if site is None and origin is not None and origin != current.site().origin:
        abort(403)
    if len(request.form.getlist("csrf_token")) > 1:
        abort(403)
