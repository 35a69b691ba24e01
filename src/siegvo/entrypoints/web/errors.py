"""Refusals nobody else caught, absences and faults, as pages."""

import logging
from secrets import token_hex

from flask import Flask, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from siegvo.adapters.french.explain import explain
from siegvo.application.ports.unavailable import Unavailable
from siegvo.domain.errors import Conflict, DomainError, Invalid, NotFound, Refused
from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.next_page import safe_next
from siegvo.entrypoints.web.pages import render
from siegvo.entrypoints.web.too_often import TOO_MANY, retry_after

STATUS = {NotFound: 404, Conflict: 409, Invalid: 422, Refused: 422}
_SOON = "30"
_log = logging.getLogger("siegvo.web")


def init_app(app: Flask) -> None:
    app.register_error_handler(DomainError, _refusal)
    app.register_error_handler(Unavailable, _absence)
    app.register_error_handler(HTTPException, _framework)
    app.register_error_handler(Exception, _fault)


def _refusal(error: DomainError) -> ResponseReturnValue:
    if isinstance(error, TooManyAttempts):
        return _page(TOO_MANY, sentence=explain(error)), TOO_MANY, retry_after(error)
    status = next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    return _page(status, sentence=explain(error)), status


def _absence(error: Unavailable) -> ResponseReturnValue:
    return _page(503, sentence=explain(error)), 503, {"Retry-After": _SOON}


def _framework(error: HTTPException) -> ResponseReturnValue:
    answer = error.get_response()
    if answer.status_code < 400:  # noqa: PLR2004 (a redirection of the router's)
        return answer
    answer.data = _page(answer.status_code)
    answer.content_type = "text/html; charset=utf-8"
    return answer


def _fault(error: Exception) -> ResponseReturnValue:
    number = token_hex(4)
    _log.error("fault %s: %s", number, type(error).__name__, exc_info=error)
    return _page(500, number=number), 500


def _page(status: int, *, sentence: str = "", number: str = "") -> str:
    return render(
        "error.html",
        status=status,
        sentence=sentence,
        number=number,
        left=_page_left(),
        signed_in=_somebody_is_signed_in(),
    )


def _page_left() -> str:
    """Return the page a form was sent from, as the browser says, if it is one of ours."""
    origin, left = current.site().origin, request.referrer or ""
    return safe_next(left.removeprefix(origin), default="") if left.startswith(origin) else ""


def _somebody_is_signed_in() -> bool:
    """Say no when nobody can tell: an error page must not fail in its turn."""
    try:
        return current.visitor() is not None
    except Exception:  # noqa: BLE001 (whatever it is, it was what the page is about)
        return False
