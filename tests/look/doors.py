"""Addresses that fail as they are asked to, so that the pages of failures can be looked at."""

from datetime import timedelta

from flask import Flask, abort
from flask.typing import ResponseReturnValue

from siegvo.application.ports.unavailable import DatabaseUnavailable
from siegvo.application.repositories.requests import RequestChangedMeanwhile
from siegvo.domain.kernel.throttle import TooManyAttempts
from siegvo.domain.requests.reference import RequestReference
from siegvo.entrypoints.web.pages import page
from tests.support.builders.accounts import NOON


def open_doors(app: Flask) -> None:
    """Add them; nothing was asked of `app` yet."""
    app.add_url_rule("/essai/<int:status>", view_func=_fail)
    app.add_url_rule("/essai/tresorerie", view_func=_without_treasury)


def _fail(status: int) -> ResponseReturnValue:
    match status:
        case 409:
            raise RequestChangedMeanwhile(RequestReference(2026, 1))
        case 429:
            raise TooManyAttempts(until=NOON + timedelta(minutes=15))
        case 500:
            raise RuntimeError
        case 503:
            raise DatabaseUnavailable
        case _:
            abort(status)


def _without_treasury() -> ResponseReturnValue:
    return page("billing/treasury_away.html", number="2026-EA-0000489"), 503
